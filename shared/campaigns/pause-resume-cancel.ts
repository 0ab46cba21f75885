import { type Campaign, isTerminalCampaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Phases } from '../data/phases.ts';
import { type CampaignAction, transitionFor } from '../domain/campaigns/campaign-status.ts';
import type { Publish } from '../events/publisher.ts';
import { openHeldGates } from '../playbook/gates.ts';
import type { TaskTokens } from '../playbook/task-tokens.ts';
import type { Executions } from './executions.ts';
import { refuse } from './start-campaign.ts';

export interface SteerCampaignParts {
  readonly campaigns: Campaigns;
  readonly phases: Phases;
  readonly executions: Pick<Executions, 'stop'>;
  readonly publish: Publish;
  readonly tokens: TaskTokens;
  readonly clock: () => Date;
}

/** Pauses, resumes or cancels. Throws not-found, and conflict when the campaign's status does not allow it. */
export const steerCampaign =
  (parts: SteerCampaignParts) =>
  async (reference: CampaignReference, action: CampaignAction): Promise<Campaign> => {
    const { from, to } = transitionFor(action);
    const now = parts.clock().toISOString();
    const changed = await parts.campaigns.changeStatus(reference, from, to, now, isTerminalCampaign(to));
    if (!changed) return refuse(parts, reference, action);
    if (action === 'cancel') await parts.executions.stop(reference.campaignId, changed.run);
    const finishedPhases = action === 'cancel' ? await closeOpenPhases(parts, reference, now) : [];
    const announced = await parts.publish(reference, {
      events: [{ type: 'campaign:status', data: { status: to } }],
      finishedPhases,
    });
    if (action === 'resume') await openHeldGates(parts, reference);
    return announced ?? changed;
  };

/** Nothing of a cancelled campaign may look as if it were still to come. */
async function closeOpenPhases(
  { phases }: SteerCampaignParts,
  reference: CampaignReference,
  now: string,
): Promise<string[]> {
  const open = (await phases.list(reference)).filter(({ status }) => status !== 'COMPLETED' && status !== 'SKIPPED');
  await Promise.all(
    open.map(({ id }) =>
      phases.change(
        { ...reference, phaseId: id },
        {
          from: ['IDLE', 'READY', 'RUNNING', 'WAITING_VALIDATION', 'BUDGET_HOLD', 'FAILED'],
          set: { status: 'SKIPPED', skippedBecause: { kind: 'cancelled' }, finishedAt: now },
          remove: ['decisionToken', 'gateToken'],
        },
      ),
    ),
  );
  return open.map(({ id }) => id);
}
