// Adds what an agent run stores to what watchers of campaigns share.
import type { Environment } from '../contracts/environment.ts';
import { createAssets } from '../data/assets.ts';
import { createDeletions } from '../data/deletions.ts';
import { createInvalidAnswers } from '../data/invalid-answers.ts';
import { openLazyBucket } from '../data/lazy-bucket.ts';
import { createModelCalls } from '../data/model-calls.ts';
import { createOutputs } from '../data/outputs.ts';
import type { Table } from '../data/table.ts';
import { wirePublishing } from '../events/wire-events.ts';
import { wireAnswerCache } from '../generation/wire-answer-cache.ts';
import { wireCallQuota } from '../generation/wire-call-quota.ts';

export function wireCampaign(
  environment: Environment<'TABLE_NAME' | 'BUCKET_NAME' | 'LIVE_ENDPOINT' | 'WEBHOOK_QUEUE_URL'>,
  table?: Table,
) {
  const wired = wirePublishing(environment, table);
  const bucket = openLazyBucket(environment);
  return {
    ...wired,
    bucket,
    assets: createAssets(wired.table),
    calls: createModelCalls(wired.table),
    outputs: createOutputs(wired.table, bucket),
    invalidAnswers: createInvalidAnswers(bucket),
    ...wireCallQuota(wired.table, wired.clock),
    ...wireAnswerCache(wired.table, bucket, wired.clock),
    deletions: createDeletions(wired.table, wired.clock),
  };
}
