import { styleText } from 'node:util';
import { type ProgressOfPhases, progressOf } from '../shared/client/phase-progress.ts';
import { saySkipReason } from '../shared/client/say-skip-reason.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import { graphemesOf } from '../shared/contracts/graphemes.ts';
import type { LiveEvent } from '../shared/contracts/live-events.ts';
import type { Phase, PhaseStatus } from '../shared/contracts/phase.ts';

type Colour = Parameters<typeof styleText>[0];
interface StatusLook {
  readonly icon: string;
  readonly word: string;
  readonly colour: Colour;
}

/** A status is an icon, a word and a colour: any one of them is enough to tell it. */
export const statusLooks: Readonly<Record<PhaseStatus, StatusLook>> = {
  IDLE: { icon: '·', word: 'blocked', colour: 'gray' },
  READY: { icon: '○', word: 'ready', colour: 'cyan' },
  RUNNING: { icon: '◐', word: 'running', colour: 'blue' },
  WAITING_VALIDATION: { icon: '?', word: 'waits for you', colour: 'yellow' },
  BUDGET_HOLD: { icon: '$', word: 'budget reached', colour: 'yellow' },
  FAILED: { icon: '✗', word: 'failed', colour: 'red' },
  COMPLETED: { icon: '✓', word: 'done', colour: 'green' },
  SKIPPED: { icon: '↷', word: 'skipped', colour: 'gray' },
};

export interface BoardView {
  readonly campaign: CampaignDetail;
  readonly now: Date;
  readonly columns: number;
  readonly colour: boolean;
  /** Set while the connection is lost. */
  readonly notice?: string | undefined;
  /** What is known of models at work. */
  readonly progress?: ProgressOfPhases | undefined;
}

const nameColumns = 18;
const wordColumns = 15;
const elapsedColumns = 6;

/** The whole board as lines, none wider than the screen: a title, a line per phase and one for what its model is at, the totals. */
export const renderBoard = (view: BoardView): string[] => {
  const { campaign, notice } = view;
  return [
    paint(
      view,
      'bold',
      fitTo(`${campaign.name} · ${campaign.briefData.companyInfo.name} · ${modeWord(campaign)}`, view.columns),
    ),
    '',
    ...campaign.phases.flatMap((phase) => [phaseLine(view, phase), ...progressLine(view, phase)]),
    '',
    totalsLine(view),
    ...(notice ? [paint(view, 'yellow', fitTo(notice, view.columns))] : []),
  ];
};

const modeWord = ({ governanceMode }: CampaignDetail): string => governanceMode.toLowerCase().replace('_', '-');

const phaseLine = (view: BoardView, phase: Phase): string => {
  const { icon, word, colour } = statusLooks[phase.status];
  const name = fitTo(phase.name.en, nameColumns).padEnd(nameColumns);
  const elapsed = phaseElapsed(phase, view.now).padStart(elapsedColumns);
  const note = fitTo(
    noteOn(view.campaign, phase),
    Math.max(0, view.columns - nameColumns - wordColumns - elapsedColumns - 9),
  );
  return `  ${paint(view, colour, `${icon} ${name} ${word.padEnd(wordColumns)}`)} ${elapsed}  ${paint(view, 'dim', note)}`.trimEnd();
};

/** Which model is at work on a running phase, how far it is, for how much, and what it wrote last. */
const progressLine = (view: BoardView, phase: Phase): string[] => {
  const progress = progressOf(phase, view.progress ?? {}, view.now.getTime());
  if (!progress) return [];
  const { model, characters, lastSentence, elapsedMilliseconds, costMicroUsd } = progress;
  const figures = [
    model,
    elapsedText(elapsedMilliseconds),
    ...(characters > 0 ? [`${characters} characters`] : []),
    ...(costMicroUsd > 0 ? [`about ${dollars(costMicroUsd)}`] : []),
    ...(lastSentence ? [`“${lastSentence}”`] : []),
  ].join(' · ');
  return [paint(view, 'dim', `    ${fitTo(figures, view.columns - 4)}`)];
};

/** What one must know beside the status: whom it waits for, why it stopped, which attempt this is. */
const noteOn = (campaign: CampaignDetail, phase: Phase): string => {
  if (phase.status === 'SKIPPED')
    return phase.skippedBecause ? saySkipReason('en', phase.skippedBecause, nameIn(campaign)) : '';
  if (phase.status === 'FAILED' || phase.status === 'BUDGET_HOLD') return phase.failure?.reason ?? '';
  if (phase.status === 'IDLE' && phase.waitsFor.length > 0)
    return `blocked by ${phase.waitsFor.map(nameIn(campaign)).join(', ')}`;
  return phase.attempt > 1 ? `attempt ${phase.attempt}` : '';
};

const nameIn = (campaign: CampaignDetail) => (phaseId: string) =>
  campaign.phases.find(({ id }) => id === phaseId)?.name.en ?? phaseId;

const phaseElapsed = ({ status, startedAt, finishedAt }: Phase, now: Date): string => {
  if (!startedAt || status === 'SKIPPED' || status === 'IDLE') return '';
  return elapsedText(Date.parse(finishedAt ?? now.toISOString()) - Date.parse(startedAt));
};

const totalsLine = (view: BoardView): string => {
  const { campaign } = view;
  const elapsed = elapsedText(
    Date.parse(campaign.finishedAt ?? view.now.toISOString()) - Date.parse(campaign.createdAt),
  );
  const share = campaign.finishedPhaseCount / campaign.phaseCount;
  const totals = `${campaign.finishedPhaseCount}/${campaign.phaseCount} phases · ${elapsed} · AI ${dollars(campaign.spentMicroUsd)} of ${dollars(campaign.aiCapMicroUsd)} · ${campaign.status.toLowerCase()}`;
  return `  ${paint(view, 'green', bar(share))} ${fitTo(totals, view.columns - barColumns - 3)}`;
};

const barColumns = 20;
const bar = (share: number): string => {
  const filled = Math.round(share * barColumns);
  return '━'.repeat(filled) + '╌'.repeat(barColumns - filled);
};

/** One line per thing that happened, for logs and screens that cannot be redrawn; undefined when there is nothing to say. */
export const eventLine = (campaign: CampaignDetail, event: LiveEvent): string | undefined => {
  const clock = event.at.slice(11, 19);
  if (event.type === 'phase:status') {
    const { icon, word } = statusLooks[event.data.status];
    const { phaseId, skippedBecause, waitedDays } = event.data;
    const note =
      (skippedBecause && ` (${saySkipReason('en', skippedBecause, nameIn(campaign))})`) ??
      (waitedDays === undefined ? '' : ` (nobody has decided for ${waitedDays} days)`);
    return `${clock} ${icon} ${nameIn(campaign)(phaseId)}: ${word}${note}`;
  }
  if (event.type === 'phase:error') {
    return `${clock} ${statusLooks.FAILED.icon} ${nameIn(campaign)(event.data.phaseId)}: ${event.data.failure.reason}`;
  }
  if (event.type === 'asset:created') return `${clock} + ${event.data.asset.fileName}`;
  return undefined;
};

/** Dollars with cents, and more digits for less than a cent. */
export const dollars = (microUsd: number): string =>
  `$${(microUsd / 1_000_000).toFixed(microUsd > 0 && microUsd < 10_000 ? 4 : 2)}`;

/** Tenths of a second below a minute, minutes and seconds above. */
export const elapsedText = (milliseconds: number): string => {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)}s`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return hours > 0 ? `${hours}h${String(minutes).padStart(2, '0')}m` : `${minutes}m${rest}s`;
};

const fitTo = (text: string, columns: number): string => {
  const letters = graphemesOf(printable(text));
  return letters.length <= columns ? letters.join('') : `${letters.slice(0, Math.max(0, columns - 1)).join('')}…`;
};

/** Text from a brief or a model as one line that cannot steer the terminal. */
export const printable = (text: string): string => text.replace(/\p{C}+/gu, ' ');

const paint = ({ colour }: BoardView, style: Colour, text: string): string =>
  colour && text ? styleText(style, text, { validateStream: false }) : text;
