// Files and outputs too large for an item, every one below workspaces/{workspaceId}/; uploads arrive below uploads/. Reached from outside by
// presigned links only.
import { Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportDays, generationDays } from '../../shared/contracts/limits.ts';
import { grantPattern } from './grant-pattern.ts';
import type { ServiceFunction } from './service-function.ts';

type ObjectOperation = 'GetObject' | 'PutObject' | 'PutObjectTagging' | 'DeleteObject';

/** Begins the keys of uploads that nobody has checked. */
const arrivals = 'uploads/';

interface AssetBucketProps {
  readonly removalPolicy: RemovalPolicy;
  /** Deletes what is in it when its stack goes: CloudFormation deletes no bucket that holds something. */
  readonly emptied: boolean;
  readonly allowedOrigins: readonly string[];
}

export class AssetBucket extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { removalPolicy, emptied, allowedOrigins }: AssetBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // No versions: a phase writes a new key for every attempt, so nothing is ever overwritten.
      versioned: false,
      lifecycleRules: [
        { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        // What was checked has a copy below workspaces/ (shared/data/object-names.ts).
        { id: 'arrivals', prefix: arrivals, expiration: Duration.days(1) },
        // By tag, for a rule's prefix knows no star: they lie below each workspace.
        { id: 'generations', tagFilters: { lifetime: 'generation' }, expiration: Duration.days(generationDays) },
        { id: 'exports', tagFilters: { lifetime: 'export' }, expiration: Duration.days(exportDays) },
      ],
      cors: presignedRequests(allowedOrigins),
      removalPolicy,
      autoDeleteObjects: emptied,
    });
    if (emptied) acknowledgeEmptying(this);
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Links are handed out by the API, which logs each of them; access logs would need a second bucket that nobody reads.',
    });
  }

  get name(): string {
    return this.bucket.bucketName;
  }

  /** What presigned links begin with on AWS: path style, as shared/runtime/clients/bucket-client.ts asks for it. */
  get linkPrefix(): string {
    return `https://s3.${Stack.of(this).region}.amazonaws.com/${this.name}/`;
  }

  /** Lets the function do these operations on every workspace's objects and tells it the name of the bucket. */
  grantObjects(service: ServiceFunction, ...operations: ObjectOperation[]): void {
    service.provide({ BUCKET_NAME: this.name });
    grantPattern(service, {
      actions: operations.map((operation) => `s3:${operation}`),
      resource: `${this.importedArn()}/workspaces/*`,
      reason:
        'Workspaces, campaigns and so the keys of objects are made at run time; nothing lies outside this prefix.',
    });
  }

  /** Lets the function hand out links to upload to, and read and clear away what arrives. */
  grantArrivals(service: ServiceFunction): void {
    service.provide({ BUCKET_NAME: this.name });
    grantPattern(service, {
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resource: `${this.importedArn()}/${arrivals}*`,
      reason: 'Every upload has a key of its own, made at run time; nothing but arrivals lies below this prefix.',
    });
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': `${arrivals}*` } },
      }),
    );
  }

  /** Lets the function list the keys below workspaces/, as it must to delete all objects of a campaign. */
  grantList(service: ServiceFunction): void {
    service.provide({ BUCKET_NAME: this.name });
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [this.bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': 'workspaces/*' } },
      }),
    );
  }

  /** Lets the function ask whether the bucket answers. HeadBucket needs the right to list, with no prefix to narrow it. */
  grantPresence(service: ServiceFunction): void {
    service.provide({ BUCKET_NAME: this.name });
    service.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }));
  }

  /** The ARN as other stacks see it: its final form is needed before synthesis, to acknowledge the star behind it. */
  private importedArn(): string {
    return Stack.of(this).exportValue(this.bucket.bucketArn);
  }
}

/** CDK's own function, which lists and deletes the objects of buckets that say so by a tag, and nothing else. */
function acknowledgeEmptying(scope: Construct): void {
  const stack = Stack.of(scope);
  for (const handler of stack.node.children.filter(({ node }) => node.id.startsWith('Custom::S3AutoDelete'))) {
    for (const id of ['AwsSolutions-IAM4', 'AwsSolutions-L1'])
      Validations.of(handler).acknowledge({
        id,
        reason:
          'CDK brings this function with its role and runtime, for stages that are thrown away, and keeps both current.',
      });
  }
}

/** Browsers read and upload by presigned links; the signature, not the origin, is what lets them. */
function presignedRequests(allowedOrigins: readonly string[]) {
  if (allowedOrigins.length === 0) return [];
  const allowedMethods = [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.PUT];
  return [{ allowedOrigins: [...allowedOrigins], allowedMethods, allowedHeaders: ['*'], maxAge: 3600 }];
}
