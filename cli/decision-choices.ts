// What a person may answer where a phase waits for one, and what each answer does.
import type { ApiClient } from '../shared/client/api-client.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import type { Phase } from '../shared/contracts/phase.ts';
import { dollars } from './board.ts';
import type { LineReader } from './line-reader.ts';
import { modelLines } from './model-lines.ts';

/** What became of a question: decided, put off by the person, or settled elsewhere before an answer came. */
export type Outcome = 'decided' | 'left-waiting' | 'settled-elsewhere';

export interface DecisionDesk {
  readonly client: ApiClient;
  readonly reader: LineReader;
  readonly print: (text: string) => void;
}

export interface Choice {
  readonly key: string;
  readonly label: string;
  /** Acts and says what became of it; undefined to ask again. */
  readonly act: () => Promise<Outcome | undefined>;
}

export const hasVariants = ({ agent }: Phase): boolean => agent === 'designer' || agent === 'video-producer';

export const approvalChoices = (
  desk: DecisionDesk,
  { id: campaignId }: CampaignDetail,
  phase: Phase,
  signal: AbortSignal,
): Choice[] => {
  const params = { campaignId, phaseId: phase.id };
  const { attempt } = phase;
  const approve = async (choice?: 'A' | 'B'): Promise<Outcome> => {
    await desk.client.call('approvePhase', { params, body: { attempt, ...(choice ? { choice } : {}) } });
    return 'decided';
  };
  const variants: Choice[] = hasVariants(phase)
    ? [
        { key: 'a', label: 'choose A', act: () => approve('A') },
        { key: 'b', label: 'choose B', act: () => approve('B') },
      ]
    : [];
  return [
    { key: 'y', label: hasVariants(phase) ? 'approve as proposed' : 'approve', act: () => approve() },
    ...variants,
    { key: 'n', label: 'send back', act: () => sendBack(desk, params, attempt, signal) },
    skipChoice(desk, params, attempt),
    leaveChoice,
  ];
};

const sendBack = async (
  desk: DecisionDesk,
  params: PhaseParams,
  attempt: number,
  signal: AbortSignal,
): Promise<Outcome | undefined> => {
  desk.print('What should change?');
  const feedback = await desk.reader.next(signal);
  if (feedback === undefined) return 'left-waiting';
  if (feedback === '') return undefined;
  await desk.client.call('rejectPhase', { params, body: { attempt, feedback } });
  return 'decided';
};

export const failureChoices = (
  desk: DecisionDesk,
  campaign: CampaignDetail,
  phase: Phase,
  signal: AbortSignal,
): Choice[] => {
  const { client } = desk;
  const params = { campaignId: campaign.id, phaseId: phase.id };
  const { attempt } = phase;
  const retry = async (model?: string): Promise<Outcome> => {
    await client.call('retryPhase', { params, body: { attempt, ...(model === undefined ? {} : { model }) } });
    return 'decided';
  };
  const cancel = async (): Promise<Outcome> => {
    await client.call('changeCampaign', { params: { campaignId: campaign.id }, body: { action: 'cancel' } });
    return 'decided';
  };
  const budget: Choice = {
    key: 'b',
    label: 'raise the cap',
    act: () => raiseBudget(desk, campaign, retry, signal),
  };
  return [
    { key: 'r', label: 'retry', act: () => retry() },
    ...(phase.status === 'BUDGET_HOLD' ? [budget] : []),
    { key: 'm', label: 'another model', act: () => pickModel(desk, params, retry, signal) },
    skipChoice(desk, params, attempt),
    { key: 'c', label: 'cancel the campaign', act: cancel },
    leaveChoice,
  ];
};

const raiseBudget = async (
  { client, reader, print }: DecisionDesk,
  campaign: CampaignDetail,
  retry: () => Promise<Outcome>,
  signal: AbortSignal,
): Promise<Outcome | undefined> => {
  print(`New cap in US dollars (now ${dollars(campaign.aiCapMicroUsd)}):`);
  const aiBudgetUsd = Number((await reader.next(signal))?.replace(/[$\s]/g, '') || Number.NaN);
  if (!Number.isFinite(aiBudgetUsd)) return undefined;
  await client.call('changeCampaign', { params: { campaignId: campaign.id }, body: { aiBudgetUsd } });
  return retry();
};

/** Lists the models with their prices and tries again with the one picked; an empty line picks none. */
const pickModel = async (
  { client, reader, print }: DecisionDesk,
  params: PhaseParams,
  retry: (model: string) => Promise<Outcome>,
  signal: AbortSignal,
): Promise<Outcome | undefined> => {
  const { models = [] } = await client.call('getPhase', { params });
  if (models.length === 0) {
    print('There is no list of models: npm run doctor says what is wrong with their settings.');
    return undefined;
  }
  for (const line of modelLines(models)) print(line);
  print(`Which one? [1-${models.length}]`);
  const answer = await reader.next(signal);
  if (answer === undefined) return 'left-waiting';
  if (answer === '') return undefined;
  const picked = /^\d+$/.test(answer) ? models[Number(answer) - 1] : undefined;
  if (picked) return retry(picked.id);
  print(`"${answer}" is none of the numbers.`);
  return undefined;
};

interface PhaseParams {
  readonly campaignId: string;
  readonly phaseId: string;
}

const skipChoice = ({ client }: DecisionDesk, params: PhaseParams, attempt: number): Choice => ({
  key: 's',
  label: 'skip',
  act: async () => {
    await client.call('skipPhase', { params, body: { attempt } });
    return 'decided';
  },
});

const leaveChoice: Choice = { key: 'q', label: 'leave it waiting', act: async () => 'left-waiting' };
