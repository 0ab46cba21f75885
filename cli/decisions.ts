// Asks a person about a phase that waits for one, and carries out the answer.
import type { ApiClient } from '../shared/client/api-client.ts';
import { ApiProblem } from '../shared/client/api-errors.ts';
import { isGenerated } from '../shared/contracts/asset.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import type { Phase } from '../shared/contracts/phase.ts';
import { dollars } from './board.ts';
import {
  approvalChoices,
  type Choice,
  type DecisionDesk,
  failureChoices,
  hasVariants,
  type Outcome,
} from './decision-choices.ts';
import { outputSummary } from './output-summary.ts';

/** Whether a phase stands still until a person decides. */
export const needsDecision = ({ status }: Pick<Phase, 'status'>): boolean =>
  status === 'WAITING_VALIDATION' || status === 'FAILED' || status === 'BUDGET_HOLD';

/** Shows what a phase made, or why it stopped, and carries out the answer. The signal ends a question that is settled elsewhere. */
export const askForDecision = async (
  desk: DecisionDesk,
  campaign: CampaignDetail,
  phase: Phase,
  signal: AbortSignal,
): Promise<Outcome> => {
  await present(desk, campaign, phase);
  const choices =
    phase.status === 'WAITING_VALIDATION'
      ? approvalChoices(desk, campaign, phase, signal)
      : failureChoices(desk, campaign, phase, signal);
  while (true) {
    desk.print(choices.map(({ key, label }) => `[${key}] ${label}`).join('  '));
    const answer = await desk.reader.next(signal);
    if (signal.aborted) return 'settled-elsewhere';
    if (answer === undefined) return 'left-waiting';
    const choice = choices.find(({ key }) => key === answer.toLowerCase());
    const outcome = choice ? await carryOut(desk, choice) : undefined;
    if (outcome) return outcome;
    if (!choice) desk.print(`"${answer}" is none of the answers.`);
  }
};

const present = async ({ client, print }: DecisionDesk, campaign: CampaignDetail, phase: Phase): Promise<void> => {
  print(`\n── ${phase.name.en} ${'─'.repeat(Math.max(4, 60 - phase.name.en.length))}`);
  if (phase.status !== 'WAITING_VALIDATION') return print(stopReason(campaign, phase));
  const { output } = await client.call('getPhase', { params: { campaignId: campaign.id, phaseId: phase.id } });
  for (const line of outputSummary(phase.agent, output)) print(line);
  for (const link of await fileLinks(client, campaign, phase)) print(link);
};

const stopReason = (campaign: CampaignDetail, { status, failure }: Phase): string =>
  status === 'BUDGET_HOLD'
    ? `The AI budget of ${dollars(campaign.aiCapMicroUsd)} does not allow the next call. ${failure?.reason ?? ''}`
    : `This phase failed: ${failure?.reason ?? 'no reason was given'}`;

/** Links to the pictures and films of this attempt: a choice between A and B needs them seen. */
const fileLinks = async (client: ApiClient, campaign: CampaignDetail, phase: Phase): Promise<string[]> => {
  if (!hasVariants(phase)) return [];
  const { assets } = await client.call('listAssets', { query: { campaignId: campaign.id, limit: 100 } });
  const own = assets
    .filter(isGenerated)
    .filter(({ phaseId, attempt: made }) => phaseId === phase.id && made === phase.attempt);
  const links = own.map(async ({ id, variant }) => {
    const { url } = await client.call('downloadAsset', { params: { assetId: id } });
    return `${variant}  ${url}`;
  });
  return (await Promise.all(links)).sort();
};

/** A refusal by the API (decided elsewhere, too many revisions) is shown, and the question asked again. */
const carryOut = async ({ print }: DecisionDesk, choice: Choice): Promise<Outcome | undefined> => {
  try {
    return await choice.act();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    print(error.message);
    return error.code === 'conflict' ? 'settled-elsewhere' : undefined;
  }
};
