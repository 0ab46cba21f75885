// A campaign that waits for a person while the stacks are updated below it, and then finishes on the new version.
import { setTimeout } from 'node:timers/promises';
import { metricNames } from '../../shared/contracts/metrics.ts';
import { briefOf, follow, registerUser, type Target } from '../support/campaign-driver.ts';
import { readLogGroups } from './read-logs.ts';
import { updatedNamespace } from './updated-namespace.ts';
import { within } from './within.ts';

const checkpoints = ['strategy', 'visuals', 'video', 'distribution'] as const;

/** Throws when the campaign does not finish, or when the functions that finished it were not the updated ones. */
export async function updateUnderWay(target: Target, update: () => Promise<void>): Promise<void> {
  const user = await registerUser(target);
  const body = briefOf({ governanceMode: 'SEMI_AUTO' });
  const { id: campaignId } = await user.client.call('createCampaign', { body });
  const follower = follow(target, user, campaignId);
  try {
    await within(120, follower.untilPhase('strategy', 'WAITING_VALIDATION'), 'strategy to ask for approval');
    await update();
    for (const phaseId of checkpoints) {
      await within(120, follower.untilPhase(phaseId, 'WAITING_VALIDATION'), `${phaseId} to ask for approval`);
      await user.client.call('approvePhase', { params: { campaignId, phaseId } });
    }
    await within(120, follower.until('campaign:completed'), 'the campaign to complete');
    await expectUpdatedFunctions();
  } finally {
    follower.close();
  }
}

/** An API call, a finished phase, a model call and a finished campaign each come from another function. */
const evidenceOfUpdate = ['httpRequests', 'phasesFinished', 'modelCalls', 'campaignsFinished'] as const;

/** A function says what it did once it is done, which may be after its event was heard: what it writes is waited for. */
async function expectUpdatedFunctions(): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  for (let missing = await unrecorded(); missing.length > 0; missing = await unrecorded()) {
    if (patience.aborted)
      throw new Error(`No updated function has recorded ${missing.join(', ')}: an old version finished the campaign`);
    await setTimeout(1000);
  }
}

/** The metrics that no updated function has recorded. */
async function unrecorded(): Promise<readonly string[]> {
  const lines = (await readLogGroups()).flatMap(({ messages }) => messages);
  const updated = lines.filter((line) => line.includes(`"Namespace":"${updatedNamespace}"`));
  const names = evidenceOfUpdate.map((metric) => metricNames[metric].name);
  return names.filter((name) => !updated.some((line) => line.includes(`"${name}"`)));
}
