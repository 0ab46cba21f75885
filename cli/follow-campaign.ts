import { type CampaignDetail, isTerminalCampaign } from '../shared/contracts/campaign.ts';
import type { Phase } from '../shared/contracts/phase.ts';
import type { Outcome } from './decision-choices.ts';
import { askForDecision, needsDecision } from './decisions.ts';
import type { LineReader } from './line-reader.ts';
import type { ProgressScreen } from './progress-screen.ts';
import type { Session } from './session.ts';
import { type CampaignWatch, watchCampaign } from './watch-campaign.ts';

export interface FollowSettings {
  readonly session: Session;
  readonly liveUrl: string;
  readonly screen: ProgressScreen;
  readonly reader: LineReader;
  /** Ends the following, not the campaign. */
  readonly signal: AbortSignal;
}

export interface FollowResult {
  /** `left-waiting`: a phase waits for a person who put it off or cannot be asked. */
  readonly outcome: 'finished' | 'left-waiting' | 'stopped';
  readonly campaign: CampaignDetail;
}

/** A question that is open, and how to withdraw it when it is settled elsewhere. */
interface Question {
  readonly phase: Phase;
  readonly withdraw: AbortController;
}

/** Shows a campaign until it ends, asking for each decision it needs: one question at a time, in the playbook's order. */
export const followCampaign = async (settings: FollowSettings, start: CampaignDetail): Promise<FollowResult> => {
  const { session, liveUrl, screen, signal } = settings;
  const answered = new Set<string>();
  let question: Question | undefined;
  const watch = watchCampaign(
    {
      session,
      liveUrl,
      onChange: (campaign, event) => {
        screen.show(campaign, event);
        for (const key of answered) if (!campaign.phases.some((phase) => keyOf(phase) === key)) answered.delete(key);
        if (question && !campaign.phases.some((phase) => keyOf(phase) === keyOf(question?.phase)))
          question.withdraw.abort();
      },
      onProgress: screen.progress,
      onConnection: (isLost) => screen.notice(isLost ? 'The connection is lost; trying again…' : undefined),
    },
    start,
  );
  const stop = () => {
    question?.withdraw.abort();
    watch.end();
  };
  signal.addEventListener('abort', stop, { once: true });
  screen.show(start);

  const ask = async (phase: Phase): Promise<Outcome> => {
    question = { phase, withdraw: new AbortController() };
    const outcome = await askAbout(settings, watch, question);
    question = undefined;
    if (outcome === 'decided') answered.add(keyOf(phase));
    if (!signal.aborted) await watch.refresh();
    return outcome;
  };

  try {
    while (!signal.aborted && !isTerminalCampaign(watch.campaign.status)) {
      const phase = watch.campaign.phases.find((entry) => needsDecision(entry) && !answered.has(keyOf(entry)));
      if (!phase) await watch.change();
      else if ((await ask(phase)) === 'left-waiting') return { outcome: 'left-waiting', campaign: watch.campaign };
    }
    if (signal.aborted) return { outcome: 'stopped', campaign: watch.campaign };
    await watch.refresh();
    return { outcome: 'finished', campaign: watch.campaign };
  } finally {
    signal.removeEventListener('abort', stop);
    watch.end();
  }
};

/** The same phase standing still for the same reason: what was answered is not asked again until one of them changes. */
const keyOf = (phase: Phase | undefined): string => `${phase?.id} ${phase?.attempt} ${phase?.status}`;

/** Puts a question with the board held still. */
const askAbout = async (
  { session, reader, screen }: FollowSettings,
  watch: CampaignWatch,
  { phase, withdraw }: Question,
) => {
  screen.pause();
  try {
    const desk = { client: session.client, reader, print: screen.print };
    return await askForDecision(desk, watch.campaign, phase, withdraw.signal);
  } finally {
    screen.resume();
  }
};
