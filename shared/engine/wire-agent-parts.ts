// Adds what an agent run stores to the parts of the engine. Apart from wiring.ts so that other bundles carry no S3 client.
import type { Environment } from '../contracts/environment.ts';
import { createAssets } from '../data/assets.ts';
import { createBucket } from '../data/bucket.ts';
import { createDeletions } from '../data/deletions.ts';
import { createModelCalls } from '../data/model-calls.ts';
import { createOutputs } from '../data/outputs.ts';
import { createBucketClient } from '../runtime/clients/bucket-client.ts';
import { wireCallQuota } from './wire-call-quota.ts';
import { wireEngine } from './wiring.ts';

export function wireAgentParts(
  environment: Environment<'TABLE_NAME' | 'BUCKET_NAME' | 'LIVE_ENDPOINT' | 'WEBHOOK_QUEUE_URL'>,
) {
  const engine = wireEngine(environment);
  const bucket = createBucket(createBucketClient(), environment.BUCKET_NAME);
  return {
    ...engine,
    bucket,
    assets: createAssets(engine.table),
    calls: createModelCalls(engine.table),
    outputs: createOutputs(engine.table, bucket),
    ...wireCallQuota(engine.table, engine.clock),
    deletions: createDeletions(engine.table, engine.clock),
  };
}
