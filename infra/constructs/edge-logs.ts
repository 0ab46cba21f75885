// Where CloudFront writes a line for every request, when the stage wants that.
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export class EdgeLogs extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      // CloudFront delivers by access control lists, which every other bucket here refuses.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: false,
      lifecycleRules: [{ id: 'logs', expiration: Duration.days(settings.logRetentionDays) }],
      // Lines come until the distribution is gone, so no stack could delete it empty. They go by the rule above.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds access logs itself: logging who reads those would never end.',
    });
    this.bucket = bucket as IBucket; // see site-bucket.ts
  }
}
