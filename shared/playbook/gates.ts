// The gate in front of each phase. Two writers race for it, the waiting phase (stores its token) and the dependency that
// finishes last (takes itself off the set); each sees the item as it is after its own write, so at least one sees both.
import type { Campaign, CampaignStatus } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import type { GateAnswer } from './gate-lookahead.ts';
import type { TaskTokens } from './task-tokens.ts';

export interface GateParts {
  readonly campaigns: Campaigns;
  readonly phases: Phases;
  readonly tokens: TaskTokens;
}

export const isReady = (phase: PhaseRecord): phase is PhaseRecord & { gateToken: string } =>
  (phase.pendingDependencies?.size ?? 0) === 0 && phase.gateToken !== undefined;

/** A finished phase passes its gate even while paused: it has nothing left to start. */
const isHeld = (phase: PhaseRecord, status: CampaignStatus | undefined): boolean =>
  status !== 'RUNNING' && phase.status !== 'COMPLETED' && phase.status !== 'SKIPPED';

/**
 * Opens the gates of the given phases, as they are after the caller's own write, where nothing holds them. A campaign that was
 * read beside that write may spare a read when it says that nothing is held; a pause is believed only when read after the
 * write, because whoever lifts it looks for ready gates once. The steps behind the gates are told the answer.
 */
export async function openReadyGates(
  parts: Pick<GateParts, 'campaigns' | 'tokens'>,
  reference: CampaignReference,
  phases: readonly (PhaseRecord | undefined)[],
  readBeside?: Campaign,
  answer: GateAnswer = {},
): Promise<void> {
  const ready = phases.filter((phase) => phase !== undefined).filter(isReady);
  if (ready.length === 0) return;
  const isFree = readBeside !== undefined && ready.every((phase) => !isHeld(phase, readBeside.status));
  const campaign = isFree ? readBeside : await parts.campaigns.get(reference);
  await Promise.all(
    ready
      .filter((phase) => !isHeld(phase, campaign?.status))
      .map((phase) => parts.tokens.succeed(phase.gateToken, { gate: 'OPEN', ...answer })),
  );
}

/**
 * Tells the dependants of a phase that it is done, and answers with them as they are then. Those whose gates were found waiting for it alone go
 * through (gate-lookahead.ts) and need not be told. Repeating changes nothing.
 */
export const releaseDependants = (
  phases: Phases,
  reference: CampaignReference,
  { id, dependents }: PhaseRecord,
  awaited: ReadonlyMap<string, () => Promise<boolean>> = new Map(),
): Promise<(PhaseRecord | undefined)[]> =>
  Promise.all(
    dependents.map(async (phaseId) =>
      (await awaited.get(phaseId)?.()) ? undefined : phases.removeDependency({ ...reference, phaseId }, id),
    ),
  );

/** Opens every gate a pause held back. */
export async function openHeldGates(parts: GateParts, reference: CampaignReference): Promise<void> {
  await openReadyGates(parts, reference, await parts.phases.list(reference));
}
