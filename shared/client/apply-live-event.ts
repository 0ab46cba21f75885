// What a live event changes in a campaign as a client holds it, so that a screen needs no request per event. Pure.
import { type CampaignDetail, isTerminalCampaign } from '../contracts/campaign.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import { type Phase, type PhaseStatus, terminalPhaseStatuses } from '../contracts/phase.ts';

/**
 * The campaign after an event. Events must come in order; those that change nothing visible only move `lastEvent`. A phase that did not change is
 * the same object as before, so that it need not be drawn again.
 */
export const applyLiveEvent = (campaign: CampaignDetail, event: LiveEvent): CampaignDetail => {
  const seen = { ...campaign, lastEvent: event.number, updatedAt: event.at };
  switch (event.type) {
    case 'campaign:status':
      return inStatus(seen, event.data.status);
    case 'campaign:completed':
      return { ...seen, status: 'COMPLETED', finishedAt: event.at };
    case 'campaign:failed':
      return { ...seen, status: 'FAILED', finishedAt: event.at };
    case 'cost:updated':
      return { ...seen, ...event.data };
    case 'cost:alert': {
      const { percent: _percent, ...money } = event.data;
      return { ...seen, ...money };
    }
    case 'phase:error': {
      const { phaseId, attempt, failure } = event.data;
      return withPhase(seen, phaseId, (phase) => ({ ...phase, attempt, failure }));
    }
    case 'phase:status':
      return applyPhaseStatus(seen, event.data, event.at);
    default:
      return seen;
  }
};

type StatusData = Extract<LiveEvent, { type: 'phase:status' }>['data'];

/** A campaign that goes on again has no end yet. */
const inStatus = (campaign: CampaignDetail, status: CampaignDetail['status']): CampaignDetail => {
  const { finishedAt, ...rest } = campaign;
  return isTerminalCampaign(status) ? { ...campaign, status } : { ...rest, status };
};

const applyPhaseStatus = (campaign: CampaignDetail, data: StatusData, at: string): CampaignDetail => {
  const changed = withPhase(campaign, data.phaseId, (phase) => phaseInStatus(phase, data, at));
  if (data.status === 'IDLE' || data.status === 'READY') return counted(reopened(changed, data.phaseId));
  if (!isDone(data.status)) return counted(changed);
  const phases = changed.phases.map((phase) =>
    phase.waitsFor.includes(data.phaseId)
      ? { ...phase, waitsFor: phase.waitsFor.filter((phaseId) => phaseId !== data.phaseId) }
      : phase,
  );
  return counted({ ...changed, phases });
};

/** A phase that is to run (again) waits for what it depends on, and what depends on it waits for it. */
const reopened = (campaign: CampaignDetail, phaseId: string): CampaignDetail => {
  const open = new Set(campaign.phases.filter(({ status }) => !isDone(status)).map(({ id }) => id));
  return {
    ...campaign,
    phases: campaign.phases.map((phase) => {
      if (phase.id === phaseId) return { ...phase, waitsFor: phase.dependsOn.filter((id) => open.has(id)).sort() };
      const waits = phase.dependsOn.includes(phaseId) && open.has(phase.id);
      return waits ? { ...phase, waitsFor: [...new Set([...phase.waitsFor, phaseId])].sort() } : phase;
    }),
  };
};

const phaseInStatus = (phase: Phase, { status, attempt, skippedBecause }: StatusData, at: string): Phase => {
  const { waitingSince: _waitingSince, failure, finishedAt: _finishedAt, skippedBecause: _before, ...rest } = phase;
  const failed = status === 'FAILED' || status === 'BUDGET_HOLD';
  return {
    ...rest,
    status,
    attempt,
    ...(failed && failure ? { failure } : {}),
    ...(status === 'RUNNING' && (!phase.startedAt || attempt > phase.attempt) ? { startedAt: at } : {}),
    ...(status === 'WAITING_VALIDATION' || failed ? { waitingSince: at } : {}),
    ...(isDone(status) ? { finishedAt: at } : {}),
    ...(skippedBecause ? { skippedBecause } : {}),
  };
};

const isDone = (status: PhaseStatus): boolean => (terminalPhaseStatuses as readonly PhaseStatus[]).includes(status);

const counted = (campaign: CampaignDetail): CampaignDetail => ({
  ...campaign,
  finishedPhaseCount: campaign.phases.filter(({ status }) => isDone(status)).length,
});

const withPhase = (campaign: CampaignDetail, phaseId: string, change: (phase: Phase) => Phase): CampaignDetail => ({
  ...campaign,
  phases: campaign.phases.map((phase) => (phase.id === phaseId ? change(phase) : phase)),
});
