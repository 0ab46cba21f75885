// Starts the first run of a draft. The execution is started while the campaign is still a draft; then whoever comes first makes it a running
// one: the request, or, should that have died, the first step of the execution.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { whatToDo } from '../domain/campaigns/campaign-status.ts';
import { workingPhases } from '../domain/campaigns/plan-campaign.ts';
import { logger } from '../runtime/logger.ts';
import { noSuchCampaign, ProblemError } from '../runtime/problem-error.ts';
import { type BeginCampaignParts, beginCampaign } from './begin-campaign.ts';
import type { Executions } from './executions.ts';

export interface StartCampaignParts extends BeginCampaignParts {
  readonly campaigns: Pick<Campaigns, 'get' | 'launch' | 'noteUnderWay'>;
  readonly clock: () => Date;
  readonly executions: Pick<Executions, 'start' | 'stop'>;
}

/** Answers with the running campaign. Throws unavailable, leaving a draft, and conflict or not-found for what is no draft any more. */
export async function startCampaign(
  parts: StartCampaignParts,
  reference: CampaignReference,
  phases: readonly PhaseRecord[],
): Promise<Campaign> {
  const start = () =>
    startExecution(
      parts,
      reference,
      { run: 1, phases },
      `The campaign is kept as the draft ${reference.campaignId}, but it could not be started. Launch it in a moment.`,
    );
  return (await beginCampaign(parts)(reference, start)) ?? lostRace(parts, reference);
}

/** Puts the campaign on the list of those that may ask people, then starts the execution of a run. Throws unavailable with the given words. */
export async function startExecution(
  {
    campaigns,
    executions,
    clock,
  }: {
    readonly campaigns: Pick<Campaigns, 'noteUnderWay'>;
    readonly executions: Pick<Executions, 'start'>;
    readonly clock: () => Date;
  },
  reference: CampaignReference,
  { run, phases }: { readonly run: number; readonly phases: readonly PhaseRecord[] },
  otherwise: string,
): Promise<void> {
  await campaigns.noteUnderWay(reference, run, clock());
  try {
    await executions.start(reference, run, workingPhases(phases));
  } catch (error) {
    logger.error('An execution could not be started', error instanceof Error ? error : new Error(String(error)));
    throw new ProblemError('unavailable', otherwise);
  }
}

/** What became of the draft while its execution was started: it runs by its first gate or another launch, or was cancelled or deleted. */
async function lostRace(parts: StartCampaignParts, reference: CampaignReference): Promise<Campaign> {
  const campaign = await parts.campaigns.get(reference);
  if (campaign && campaign.status !== 'DRAFT' && campaign.status !== 'CANCELLED') return campaign;
  await parts.executions.stop(reference.campaignId, 1);
  return refuse(parts, reference, 'be launched');
}

/** Throws what keeps the campaign from it: it is gone, or in another status. */
export async function refuse(
  { campaigns }: { readonly campaigns: Pick<Campaigns, 'get'> },
  reference: CampaignReference,
  action: string,
): Promise<never> {
  const campaign = await campaigns.get(reference);
  if (!campaign) throw noSuchCampaign();
  throw cannot(campaign, action);
}

export const cannot = ({ status }: Pick<Campaign, 'status'>, action: string) =>
  new ProblemError('conflict', `A campaign that is ${status} cannot ${action}. ${whatToDo[status]}`);
