import { sweepDeletions } from '../../shared/accounts/sweep-deletions.ts';
import { openLazyExecutions } from '../../shared/campaigns/lazy-executions.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createAssets } from '../../shared/data/assets.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createDeletions } from '../../shared/data/deletions.ts';
import { openBucket } from '../../shared/data/open-bucket.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createPartitions } from '../../shared/data/partitions.ts';
import { wireCallQuota } from '../../shared/generation/wire-call-quota.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { deadlineIn } from '../../shared/runtime/time-left.ts';
import { scheduledFunction } from '../kit/scheduled-function.ts';

const { environment: names, timeoutSeconds } = lambdas['sweep-deletions'];
const environment = readEnvironment(names);
const table = openTable(environment);
const clock = () => new Date();

const sweep = sweepDeletions({
  clock,
  campaigns: createCampaigns(table),
  assets: createAssets(table),
  deletions: createDeletions(table, clock),
  partitions: createPartitions(table),
  bucket: openBucket(environment.BUCKET_NAME),
  executions: openLazyExecutions(environment.STATE_MACHINE_ARN),
  closeCallsOf: wireCallQuota(table, clock).closeCallsOf,
});

/** Leaves a quarter of its time to the piece of work that is under way when the time is over. */
export const handler = scheduledFunction(() => sweep(deadlineIn(timeoutSeconds * 0.75, clock)));
