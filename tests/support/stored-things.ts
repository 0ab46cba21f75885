// Everything that lies in the table and the bucket of the platform that runs in this process: for tests about what is left, or untouched.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';

/** Every item as text, in the order of its keys, and the name and fingerprint of every object. */
export async function storedThings(): Promise<{ items: string[]; objects: string[] }> {
  const { TABLE_NAME: TableName, BUCKET_NAME: Bucket } = readEnvironment(['TABLE_NAME', 'BUCKET_NAME']);
  const [table, bucket] = [DynamoDBDocumentClient.from(new DynamoDBClient({})), new S3Client({ forcePathStyle: true })];
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: table }, { TableName, ConsistentRead: true }))
    items.push(...Items.map((item) => JSON.stringify(sorted(item))));
  const objects: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: bucket }, { Bucket }))
    objects.push(...Contents.map(({ Key, ETag }) => `${Key} ${ETag}`));
  return { items: items.sort(), objects: objects.sort() };
}

/** Attributes by name, sets as arrays. */
const sorted = (item: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(item)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, value instanceof Set ? [...value].sort() : value]),
  );
