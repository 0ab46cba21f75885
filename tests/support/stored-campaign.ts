// A campaign as it lies in the table right after its creation, with the repositories to look at it: for unit tests of the engine.

import { briefSchema } from '../../shared/contracts/brief.ts';
import type { Campaign } from '../../shared/contracts/campaign.ts';
import type { PhaseReference } from '../../shared/contracts/identifiers.ts';
import { createAssets } from '../../shared/data/assets.ts';
import type { Bucket, StoredObject } from '../../shared/data/bucket.ts';
import { createCampaignEvents } from '../../shared/data/campaign-events.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createDeletions } from '../../shared/data/deletions.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { createMonthlyCalls } from '../../shared/data/monthly-calls.ts';
import { createOutputs } from '../../shared/data/outputs.ts';
import type { PhaseRecord } from '../../shared/data/phase-records.ts';
import { createPhases, phaseItems } from '../../shared/data/phases.ts';
import type { Table } from '../../shared/data/table.ts';
import { createUsages } from '../../shared/data/usage.ts';
import { createUsers } from '../../shared/data/users.ts';
import { createWorkspaces } from '../../shared/data/workspaces.ts';
import { plannedPhases } from '../../shared/domain/campaigns/plan-campaign.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { wireAnswerCache } from '../../shared/generation/wire-answer-cache.ts';
import { newCampaignId } from '../../shared/runtime/ids.ts';
import { briefOf } from './campaign-driver.ts';

/** A bucket in memory. */
export function memoryBucket(): Bucket {
  const objects = new Map<string, StoredObject>();
  return {
    put: async (object) => void objects.set(object.name, object),
    get: async (name) => objects.get(name)?.bytes,
    sizeOf: async (name) => objects.get(name)?.bytes.byteLength,
    delete: async (name) => void objects.delete(name),
    deleteAll: async (prefix) => {
      for (const name of objects.keys()) if (name.startsWith(prefix)) objects.delete(name);
    },
  };
}

/** Every repository over one table. */
export const repositoriesOf = (table: Table, bucket: Bucket = memoryBucket()) => ({
  campaigns: createCampaigns(table),
  phases: createPhases(table),
  calls: createModelCalls(table),
  events: createCampaignEvents(table),
  assets: createAssets(table),
  outputs: createOutputs(table, bucket),
  users: createUsers(table),
  workspaces: createWorkspaces(table),
  usages: createUsages(table),
  monthlyCalls: createMonthlyCalls(table),
  deletions: createDeletions(table, () => new Date()),
  bucket,
  ...wireAnswerCache(table, bucket, () => new Date()),
});

/** Stores a running campaign of the default playbook with all its phases, and says what was stored. */
export async function storeCampaign(
  { campaigns }: Pick<ReturnType<typeof repositoriesOf>, 'campaigns'>,
  changes: Partial<Campaign> = {},
) {
  const brief = briefSchema.parse(briefOf());
  const createdAt = new Date();
  const records = plannedPhases(defaultPlaybook, brief, createdAt.toISOString());
  const header: Campaign = {
    id: newCampaignId(createdAt),
    workspaceId: 'wsp_test',
    createdBy: 'test',
    name: brief.name,
    governanceMode: brief.governanceMode,
    language: brief.language,
    playbookId: brief.playbookId,
    status: 'RUNNING',
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
    phaseCount: records.length,
    finishedPhaseCount: 1,
    aiCapMicroUsd: 1_000_000,
    committedMicroUsd: 0,
    spentMicroUsd: 0,
    run: 1,
    lastEvent: 0,
    ...changes,
  };
  const reference = { workspaceId: header.workspaceId, campaignId: header.id };
  await campaigns.putContents(reference, brief, phaseItems(reference, records));
  await campaigns.create(header, ['briefing']);
  return {
    reference,
    header,
    phaseOf(phaseId: string): { reference: PhaseReference; record: PhaseRecord } {
      const record = records.find(({ id }) => id === phaseId);
      if (!record) throw new Error(`The default playbook has no phase "${phaseId}"`);
      return { reference: { ...reference, phaseId }, record };
    },
  };
}
