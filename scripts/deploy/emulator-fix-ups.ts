// What the emulator leaves out of the templates it accepts, applied by its APIs: expiry of items, and reading files from a web page.
// The values come from the synthesised templates, so that infra/ stays the only place that sets them.
import { readFile } from 'node:fs/promises';
import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { PutBucketCorsCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';

const tableSchema = z.object({ TimeToLiveSpecification: z.object({ AttributeName: z.string() }) });
const bucketSchema = z.object({
  CorsConfiguration: z.object({
    CorsRules: z.array(
      z.object({
        AllowedHeaders: z.array(z.string()).optional(),
        AllowedMethods: z.array(z.string()),
        AllowedOrigins: z.array(z.string()),
        ExposedHeaders: z.array(z.string()).optional(),
        MaxAge: z.number().optional(),
      }),
    ),
  }),
});
const templateSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown() })),
});

/** Applies them to the deployed stacks. Safe to repeat. */
export async function applyFixUps(assemblyDirectory: string, stacks: readonly string[]): Promise<void> {
  for (const stackName of stacks) {
    const text = await readFile(`${assemblyDirectory}/${stackName}.template.json`, 'utf8');
    for (const [logicalId, { Type, Properties }] of Object.entries(templateSchema.parse(JSON.parse(text)).Resources)) {
      const table = tableSchema.safeParse(Properties);
      if (Type === 'AWS::DynamoDB::Table' && table.success) {
        await enableExpiry(await physicalId(stackName, logicalId), table.data.TimeToLiveSpecification.AttributeName);
      }
      const bucket = bucketSchema.safeParse(Properties);
      if (Type === 'AWS::S3::Bucket' && bucket.success) {
        await allowReading(await physicalId(stackName, logicalId), bucket.data.CorsConfiguration.CorsRules);
      }
    }
  }
}

async function physicalId(stackName: string, logicalId: string): Promise<string> {
  const { StackResourceDetail } = await new CloudFormationClient({}).send(
    new DescribeStackResourceCommand({ StackName: stackName, LogicalResourceId: logicalId }),
  );
  if (StackResourceDetail?.PhysicalResourceId) return StackResourceDetail.PhysicalResourceId;
  throw new Error(`${stackName} has no resource ${logicalId}, though its template names it`);
}

async function enableExpiry(tableName: string, attributeName: string): Promise<void> {
  const client = new DynamoDBClient({});
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return;
  const TimeToLiveSpecification = { Enabled: true, AttributeName: attributeName };
  await client.send(new UpdateTimeToLiveCommand({ TableName: tableName, TimeToLiveSpecification }));
}

type CorsRule = z.infer<typeof bucketSchema>['CorsConfiguration']['CorsRules'][number];

async function allowReading(bucketName: string, rules: readonly CorsRule[]): Promise<void> {
  // A template says ExposedHeaders and MaxAge where the API says ExposeHeaders and MaxAgeSeconds.
  const CORSRules = rules.map(({ ExposedHeaders, MaxAge, AllowedHeaders, ...rule }) => ({
    ...rule,
    ...(AllowedHeaders && { AllowedHeaders }),
    ...(ExposedHeaders && { ExposeHeaders: ExposedHeaders }),
    ...(MaxAge !== undefined && { MaxAgeSeconds: MaxAge }),
  }));
  const client = new S3Client({ forcePathStyle: true });
  await client.send(new PutBucketCorsCommand({ Bucket: bucketName, CORSConfiguration: { CORSRules } }));
}
