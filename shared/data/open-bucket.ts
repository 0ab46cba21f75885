// The bucket of this process, as its environment names it. Imported by whoever needs it at once; others open it when they first use it.
import { createBucketClient } from '../runtime/clients/bucket-client.ts';
import { type Bucket, createBucket } from './bucket.ts';

export const openBucket = (bucketName: string): Bucket => createBucket(createBucketClient(), bucketName);
