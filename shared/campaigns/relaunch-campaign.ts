// A failed campaign goes on from what failed, in a new execution. Nothing that is finished is made or paid for again.

import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { reopenedPhases } from '../domain/campaigns/reopened-phases.ts';
import type { TakeNumbersBy } from '../events/event-numbers.ts';
import { phaseStatusEvent } from '../events/phase-status-event.ts';
import type { Publish } from '../events/publisher.ts';
import { openHeldGates } from '../playbook/gates.ts';
import type { TaskTokens } from '../playbook/task-tokens.ts';
import { noSuchCampaign } from '../runtime/problem-error.ts';
import type { BriefCheck } from './check-brief.ts';
import type { Executions } from './executions.ts';
import { cannot, startExecution } from './start-campaign.ts';

export interface RelaunchParts {
  readonly campaigns: Campaigns;
  readonly phases: Phases;
  readonly executions: Executions;
  readonly publish: Publish;
  readonly takeNumbersBy: TakeNumbersBy;
  readonly tokens: TaskTokens;
  readonly check: Pick<BriefCheck, 'quota'>;
  readonly clock: () => Date;
}

/**
 * Relaunches a campaign that FAILED, or one that is RUNNING or PAUSED without an execution. The order makes it safe to cut off and
 * repeat: phases are reopened and the execution is started while the campaign is still FAILED, which keeps every gate shut; the
 * status change is what decides, and of two at once one wins. Throws not-found, conflict, quota-exceeded, unavailable.
 */
export const relaunchCampaign =
  (parts: RelaunchParts) =>
  async (reference: CampaignReference): Promise<Campaign> => {
    const before = await failed(parts, reference);
    await parts.check.quota({ userId: before.createdBy, workspaceId: before.workspaceId });
    const run = before.run + 1;
    // A last step of the run before that is repeated now would end this one.
    await parts.executions.stop(reference.campaignId, before.run);
    const phases = await reopen(parts, reference);
    await startExecution(
      parts,
      reference,
      { run, phases },
      'The campaign could not be started. Relaunch it again in a moment.',
    );

    const events: NewLiveEvent[] = [
      ...phases.filter(isOpen).map(phaseStatusEvent),
      { type: 'campaign:status', data: { status: 'RUNNING' } },
    ];
    const taken = await parts.takeNumbersBy(reference, events.length, (now) =>
      parts.campaigns.relaunch(reference, {
        run,
        reopenedPhases: phases.filter(isOpen).map(({ id }) => id),
        events: events.length,
        now,
      }),
    );
    if (!taken) return lostRace(parts, reference, run);
    await taken.deliver(events);
    await openHeldGates(parts, reference);
    return taken.campaign;
  };

/** The header of a campaign that has failed. One whose execution is gone (stopped by hand, ended by Step Functions) has, too. */
async function failed(parts: RelaunchParts, reference: CampaignReference): Promise<Campaign> {
  const campaign = await parts.campaigns.get(reference);
  if (!campaign) throw noSuchCampaign();
  if (campaign.status === 'FAILED') return campaign;
  const isStranded =
    (campaign.status === 'RUNNING' || campaign.status === 'PAUSED') &&
    !(await parts.executions.isRunning(reference.campaignId, campaign.run));
  const now = parts.clock().toISOString();
  const stranded =
    isStranded && (await parts.campaigns.changeStatus(reference, ['RUNNING', 'PAUSED'], 'FAILED', now, true));
  if (!stranded) throw cannot(campaign, 'be relaunched');
  await parts.publish(reference, { events: [{ type: 'campaign:status', data: { status: 'FAILED' } }] });
  return stranded;
}

/** The phases as they are once those that run again are open. What somebody else has reopened meanwhile stays as they left it. */
async function reopen({ phases }: RelaunchParts, reference: CampaignReference): Promise<PhaseRecord[]> {
  const before = new Map((await phases.list(reference)).map((phase) => [phase.id, phase]));
  await Promise.all(
    reopenedPhases([...before.values()]).map(async (reopened) => {
      const phase = before.get(reopened.id);
      if (phase) await phases.reopen({ ...reference, phaseId: phase.id }, reopened, phase);
    }),
  );
  return phases.list(reference);
}

/** Somebody else relaunched the campaign, which uses the same execution, or deleted it, which leaves it to nobody. */
async function lostRace(parts: RelaunchParts, reference: CampaignReference, run: number): Promise<never> {
  const campaign = await parts.campaigns.get(reference);
  if (campaign) throw cannot(campaign, 'be relaunched');
  await parts.executions.stop(reference.campaignId, run);
  throw noSuchCampaign();
}

const isOpen = ({ status }: PhaseRecord): boolean => status !== 'COMPLETED' && status !== 'SKIPPED';
