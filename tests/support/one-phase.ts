// One phase of one campaign in memory, with all that is done to it on record: for tests of what steps and decisions do, without a table.
import type { AgentId } from '../../shared/contracts/agents.ts';
import type { GeneratedAsset } from '../../shared/contracts/asset.ts';
import type { Campaign } from '../../shared/contracts/campaign.ts';
import type { PhaseReference } from '../../shared/contracts/identifiers.ts';
import type { PhaseStatus } from '../../shared/contracts/phase.ts';
import type { Assets } from '../../shared/data/assets.ts';
import type { BanditStatistics } from '../../shared/data/bandit-statistics.ts';
import type { Campaigns } from '../../shared/data/campaigns.ts';
import type { Outputs, OutputValue } from '../../shared/data/outputs.ts';
import type { PhaseRecord } from '../../shared/data/phase-records.ts';
import type { PhaseChange, Phases } from '../../shared/data/phases.ts';
import type { Publication } from '../../shared/events/publisher.ts';
import type { EndPhase } from '../../shared/playbook/steps/complete-phase.ts';

const ulid = '01JDZZZZZZZZZZZZZZZZZZZZZZ';
const createdAt = '2026-11-20T10:00:00.000Z';

export const sampleHeader: Campaign = {
  ...{
    id: `cmp_${ulid}`,
    workspaceId: 'wsp_one',
    createdBy: 'ann',
    name: 'Spring launch',
    playbookId: 'full-campaign',
  },
  ...{ governanceMode: 'GUIDED', language: 'fr', status: 'RUNNING', createdAt, updatedAt: createdAt },
  ...{ phaseCount: 11, finishedPhaseCount: 1, run: 1, lastEvent: 0 },
  ...{ aiCapMicroUsd: 1000, committedMicroUsd: 0, spentMicroUsd: 0 },
};

/** A phase as it is planned, of an agent of the test's choice. */
export const samplePhase = (agent: AgentId, changes: Partial<PhaseRecord> = {}): PhaseRecord => ({
  ...{ id: 'phase', position: 1, name: { fr: 'Phase', en: 'Phase' }, agent, status: 'IDLE', attempt: 1, revisions: 0 },
  ...{ dependsOn: [], validation: 'checkpoint', needsApproval: true, sources: [], outputs: [], dependents: [] },
  ...{ decisions: [], videoJobs: {} },
  ...changes,
});

const nothingReserved = { reservations: new Map<string, number>(), listeners: [], alerted: 0 };

/** The phase as a table would keep it: `change` is conditional, and notes what was asked of it. */
export function onePhase(agent: AgentId, changes: Partial<PhaseRecord> = {}, header: Partial<Campaign> = {}) {
  const stage = {
    phase: samplePhase(agent, changes) as PhaseRecord | undefined,
    campaign: { ...sampleHeader, ...header } as Campaign | undefined,
    now: new Date('2026-11-26T10:00:00.000Z'),
    outputs: new Map<string, OutputValue>(),
    assets: new Map<string, GeneratedAsset>(),
    changes: [] as PhaseChange[],
    answered: [] as [token: string, output: object][],
    published: [] as Publication[],
    /** Statuses that files were given, by id. */
    marked: new Map<string, string>(),
    /** Statuses that the phase was ended with. */
    ended: [] as PhaseStatus[],
    told: [] as Parameters<BanditStatistics['tell']>[],
  };
  const reference: PhaseReference = {
    ...{ workspaceId: sampleHeader.workspaceId, campaignId: sampleHeader.id },
    phaseId: stage.phase?.id ?? '',
  };
  const isThis = ({ phaseId, campaignId }: PhaseReference) =>
    phaseId === reference.phaseId && campaignId === reference.campaignId;

  async function change(asked: PhaseReference, wanted: PhaseChange): Promise<PhaseRecord | undefined> {
    const { phase } = stage;
    if (!phase || !isThis(asked)) return undefined;
    const { from, attempt, version, set, remove = [], decision, move } = wanted;
    if (!from.includes(phase.status) || (attempt !== undefined && attempt !== phase.attempt)) return undefined;
    if (version !== undefined && (version ?? undefined) !== phase.editedVersion) return undefined;
    stage.changes.push(wanted);
    const kept = Object.entries({ ...phase, ...set }).filter(([name]) => !remove.some((gone) => gone === name));
    stage.phase = {
      ...(Object.fromEntries(kept) as PhaseRecord),
      decisions: [...phase.decisions, ...(decision ? [decision] : [])],
      ...(move ? { moves: [...(phase.moves ?? []), move] } : {}),
    };
    return stage.phase;
  }

  const outputKey = ({ phaseId }: PhaseReference, attempt: number, version = '') => `${phaseId} ${attempt} ${version}`;
  const parts = {
    clock: () => stage.now,
    campaigns: {
      get: async () => stage.campaign,
      getWithReservations: async () =>
        stage.campaign && { ...nothingReserved, campaign: stage.campaign, finishedPhases: new Set<string>() },
    } as Pick<Campaigns, 'get' | 'getWithReservations'> as Campaigns,
    phases: { get: async (asked: PhaseReference) => (isThis(asked) ? stage.phase : undefined), change } as Phases,
    outputs: {
      get: async (asked: PhaseReference, attempt: number, version?: string) =>
        stage.outputs.get(outputKey(asked, attempt, version)),
      async putEdited(asked: PhaseReference, attempt: number, value: OutputValue) {
        const version = `v${stage.outputs.size}`;
        stage.outputs.set(outputKey(asked, attempt, version), value);
        return version;
      },
    } as Outputs,
    assets: {
      get: async (workspaceId: string, id: string) =>
        workspaceId === reference.workspaceId ? stage.assets.get(id) : undefined,
      async changeStatus(_workspaceId: string, id: string, status: GeneratedAsset['status']) {
        stage.marked.set(id, status);
        const asset = stage.assets.get(id);
        return asset && { ...asset, status };
      },
    } as Assets,
    tokens: {
      async succeed(token: string, output: object) {
        stage.answered.push([token, output]);
        return true;
      },
    },
    prepareEnd:
      async (): Promise<EndPhase> =>
      async (phase, { whenEnded } = {}) => {
        stage.ended.push(phase.status);
        await whenEnded?.();
      },
    async publish(_reference: unknown, publication: Publication) {
      stage.published.push(publication);
      return stage.campaign;
    },
    arms: { tell: async (...told: Parameters<BanditStatistics['tell']>) => void stage.told.push(told) },
    check: { model: () => {} },
  };
  return {
    stage,
    parts,
    reference,
    /** What the agent has made in an attempt, or a person in its place. */
    make: (value: OutputValue, attempt = 1, version?: string) =>
      void stage.outputs.set(outputKey(reference, attempt, version), value),
  };
}
