import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { killStride } from '../../tests/support/kill-density.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../tests/support/mortal-process.ts';
import { memoryBucket, repositoriesOf, storeCampaign } from '../../tests/support/stored-campaign.ts';
import { deleteCampaignData } from '../campaigns/delete-campaign-data.ts';
import type { Bucket } from '../data/bucket.ts';
import { createDeletions } from '../data/deletions.ts';
import { objectNames } from '../data/object-names.ts';
import { createPartitions } from '../data/partitions.ts';
import { storedKeys as keys, storedPartitions } from '../data/testing/stored-keys.ts';
import { personalMembership } from '../domain/accounts/membership.ts';
import { sampleOutputs } from '../export/testing/sample-outputs.ts';
import { wireCallQuota } from '../generation/wire-call-quota.ts';
import { deadlineIn } from '../runtime/time-left.ts';
import { sweepDeletions } from './sweep-deletions.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const noon = new Date('2026-11-26T12:00:00.000Z');
const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
let people = 0;

/** A bucket in memory that a process can die at. */
const bucketOf = (process: MortalProcess, bucket: Bucket): Bucket => ({
  ...bucket,
  deleteAll: (prefix) => process.effect(() => bucket.deleteAll(prefix)),
});

function partsOf(now: Date, bucket: Bucket, process = mortalProcess()) {
  const table = memory.tableOf(process.client);
  const clock = () => now;
  return {
    ...repositoriesOf(table, bucketOf(process, bucket)),
    ...wireCallQuota(table, clock),
    deletions: createDeletions(table, clock),
    partitions: createPartitions(table),
    executions: { stop: () => process.effect(async () => {}) },
    clock,
  };
}
const sweepAt = (now: Date, bucket: Bucket) => sweepDeletions(partsOf(now, bucket))(deadlineIn(60, () => now));

const keySchema = z.object({ pk: z.string(), sk: z.string() });
const keysIn = async (pk: string) =>
  (await memory.table.queryAll({ pk, prefix: '', consistent: true }, keySchema)).map(({ sk }) => sk);

/** A person with a campaign that has an output, a file and a call. */
async function somebody() {
  const userId = `deleter-${people++}`;
  const { workspaceId } = personalMembership(userId);
  const bucket = memoryBucket();
  const data = repositoriesOf(memory.table, bucket);
  const stored = await storeCampaign(data, { createdBy: userId, workspaceId });
  const { reference } = stored.phaseOf('research');
  const file = objectNames.asset(reference, 'ast_1', 'a.png');
  const writeLate = async () => {
    await data.outputs.put(reference, 1, sampleOutputs.MarketAnalyst);
    await data.bucket.put({ name: file, bytes: new Uint8Array([1]), mediaType: 'image/png' });
  };
  await writeLate();
  const { pk } = keys.phase(reference);
  return {
    userId,
    workspaceId,
    bucket,
    stored,
    writeLate,
    left: async () => [
      ...(await keysIn(pk)),
      ...(await keysIn(storedPartitions.ofWorkspace(workspaceId).at(-1) ?? '')),
      ...((await bucket.get(file)) ? [file] : []),
    ],
    noted: async () => (await keysIn('DELETED')).filter((sk) => sk.startsWith(`${workspaceId}#`)),
  };
}

describe('a campaign', () => {
  it('that was deleted is deleted once more when everybody who was at work has ended, and not before', async () => {
    const { bucket, stored, writeLate, left, noted } = await somebody();
    await deleteCampaignData(partsOf(noon, bucket))(stored.header);
    expect([await left(), (await noted()).length]).toEqual([[], 1]);
    await writeLate();

    await sweepAt(minutesLater(15), bucket);
    expect((await left()).length).toBe(2);

    await sweepAt(minutesLater(16), bucket);
    expect([await left(), await noted()]).toEqual([[], []]);
  });

  it('has its phases taken away before its calls are closed: a phase that ends in between would leave an open call', async () => {
    const { bucket, stored } = await somebody();
    const parts = partsOf(noon, bucket);
    const { reference } = stored.phaseOf('research');
    const phasesSeen: unknown[] = [];

    await deleteCampaignData({
      ...parts,
      closeCallsOf: async (...of) => {
        phasesSeen.push(await parts.phases.get(reference));
        await parts.closeCallsOf(...of);
      },
    })(stored.header);

    expect(phasesSeen).toEqual([undefined, undefined]);
  });

  it('whose deletion died at whichever moment is gone after the sweep, or was not touched', async () => {
    for (let halfSteps = 0; ; halfSteps += killStride) {
      const { bucket, stored, left, noted } = await somebody();
      const before = (await left()).length;
      const process = mortalProcess(halfSteps);
      const ending = await process.run(() => deleteCampaignData(partsOf(noon, bucket, process))(stored.header));
      const isNoted = (await noted()).length > 0;
      await sweepAt(minutesLater(16), bucket);
      expect([halfSteps, (await left()).length, await noted()]).toEqual([halfSteps, isNoted ? 0 : before, []]);
      if (ending !== 'died') break;
    }
  });
});

it('an account whose deletion was noted is emptied of what was made meanwhile, a campaign among it', async () => {
  const { userId, workspaceId, bucket, left, noted } = await somebody();
  await createDeletions(memory.table, () => noon).note({ userId, workspaceId });
  await memory.table.put(keys.monthlyCalls(workspaceId, '2026-11'), { calls: 1 });

  await sweepAt(minutesLater(16), bucket);

  expect(await left()).toEqual([]);
  expect(await keysIn(`U#${userId}`)).toEqual([]);
  // The campaign that was found only now is noted in its turn: its agents may be at work.
  expect(await noted()).toHaveLength(1);
  await sweepAt(minutesLater(32), bucket);
  expect(await noted()).toEqual([]);
});
