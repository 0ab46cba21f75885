// One campaign of the list: name, progress, money, what waits for a person, and what can be done about it.
import type { Language } from '../../shared/contracts/brief.ts';
import type { CampaignDetail, CampaignStatus } from '../../shared/contracts/campaign.ts';
import type { Phase, PhaseStatus } from '../../shared/contracts/phase.ts';
import { element } from './element.ts';

export interface CardActions {
  approve(campaign: CampaignDetail, phase: Phase): void;
  retry(campaign: CampaignDetail, phase: Phase): void;
  download(campaign: CampaignDetail): void;
  cancel(campaign: CampaignDetail): void;
}

/** A status is a colour, a sign and a word. */
const campaignSigns: Record<CampaignStatus, readonly [sign: string, word: string]> = {
  DRAFT: ['·', 'draft'],
  RUNNING: ['◐', 'running'],
  PAUSED: ['‖', 'paused'],
  COMPLETED: ['✓', 'complete'],
  FAILED: ['✗', 'failed'],
  CANCELLED: ['–', 'cancelled'],
};
const phaseSigns: Record<PhaseStatus, readonly [sign: string, word: string]> = {
  IDLE: ['·', 'not started'],
  READY: ['·', 'ready'],
  RUNNING: ['◐', 'running'],
  WAITING_VALIDATION: ['?', 'waits for you'],
  BUDGET_HOLD: ['$', 'held at the budget'],
  FAILED: ['✗', 'failed'],
  COMPLETED: ['✓', 'done'],
  SKIPPED: ['–', 'skipped'],
};

export function campaignCard(campaign: CampaignDetail, actions: CardActions): HTMLElement {
  const [sign, word] = campaignSigns[campaign.status];
  return element(
    'li',
    { class: 'card', 'data-status': campaign.status },
    element('h2', {}, campaign.name),
    element(
      'p',
      { class: 'facts' },
      element('span', { class: 'status' }, `${sign} ${word}`),
      element('span', {}, `${campaign.finishedPhaseCount} of ${campaign.phaseCount} phases`),
      element('span', {}, `AI ${dollars(campaign.spentMicroUsd)} of ${dollars(campaign.aiCapMicroUsd)}`),
    ),
    element('progress', {
      max: String(campaign.phaseCount),
      value: String(campaign.finishedPhaseCount),
      'aria-label': 'Phases finished',
    }),
    element('ol', {}, ...campaign.phases.map((phase) => phaseLine(campaign, phase, actions))),
    element('p', { class: 'actions' }, ...buttonsOf(campaign, actions)),
  );
}

/** The page's own words are in one language; the names of phases follow them, not the campaign. */
const pageLanguage = (): Language => (document.documentElement.lang === 'fr' ? 'fr' : 'en');

const namesOf = ({ phases }: CampaignDetail, ids: readonly string[]): string =>
  ids.map((id) => phases.find((phase) => phase.id === id)?.name[pageLanguage()] ?? id).join(', ');

function phaseLine(campaign: CampaignDetail, phase: Phase, actions: CardActions): HTMLElement {
  const [sign, word] = phaseSigns[phase.status];
  const blockedBy =
    phase.status === 'IDLE' && phase.waitsFor.length > 0 ? `waits for ${namesOf(campaign, phase.waitsFor)}` : '';
  const line = element(
    'li',
    { 'data-status': phase.status },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
    element('span', {}, phase.name[pageLanguage()]),
    element('span', { class: 'soft' }, blockedBy || phase.failure?.reason || phase.skippedBecause || word),
  );
  if (phase.status === 'WAITING_VALIDATION')
    line.append(element('button', { type: 'button', click: () => actions.approve(campaign, phase) }, 'Approve'));
  if (phase.status === 'FAILED' || phase.status === 'BUDGET_HOLD')
    line.append(element('button', { type: 'button', click: () => actions.retry(campaign, phase) }, 'Retry'));
  return line;
}

function buttonsOf(campaign: CampaignDetail, actions: CardActions): HTMLElement[] {
  const isOver = ['COMPLETED', 'FAILED', 'CANCELLED'].includes(campaign.status);
  const download = element(
    'button',
    { type: 'button', click: () => actions.download(campaign) },
    'Download the export',
  );
  const cancel = element(
    'button',
    { type: 'button', class: 'quiet', click: () => actions.cancel(campaign) },
    'Cancel the campaign',
  );
  return isOver ? [download] : [cancel];
}

const dollars = (microUsd: number): string => `$${(microUsd / 1_000_000).toFixed(2)}`;
