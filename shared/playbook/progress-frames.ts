// Paces what listeners are told of the calls under way: at most so many frames, one push at a time, silence once the last call has ended.

import type { PhaseReference } from '../contracts/identifiers.ts';
import type { Language } from '../contracts/language.ts';
import type { PhaseProgress } from '../contracts/live-events.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { lastSentence } from '../domain/text/last-sentence.ts';
import type { PushProgress } from '../events/push-progress.ts';
import { type CallOptions, isPending } from '../models/model.ts';
import { type Capability, costOf, type ModelCard, type Quantities } from '../models/model-card.ts';
import { logger } from '../runtime/logger.ts';

/** At most two frames a second for a phase. A call that is over sooner is not told of. */
const pauseMilliseconds = 500;
/** Said again though nothing has come, for those who begin to listen; and how often is looked who that is. */
const repeatMilliseconds = 5_000;
/** A step that ends because a job goes on waits no longer for its frame. */
const longestPushMilliseconds = 1_000;

export interface ProgressParts {
  readonly campaigns: Pick<Campaigns, 'getListeners'>;
  readonly pushProgress: PushProgress;
  readonly clock: () => Date;
}

export interface WatchedPhase {
  readonly reference: PhaseReference;
  readonly phase: Pick<PhaseRecord, 'id' | 'attempt' | 'startedAt'>;
  readonly language: Language;
  /** The sockets that listened a moment ago. */
  readonly listeners: readonly string[];
}

interface WatchedCall {
  readonly kind: Capability;
  readonly card: ModelCard;
  readonly since: number;
  readonly used: (characters: number) => Quantities;
  textSoFar: string;
}

export function createProgressFrames(parts: ProgressParts, { reference, phase, language, listeners }: WatchedPhase) {
  const { campaignId } = reference;
  const now = () => parts.clock().getTime();
  /** Under way, the one that was heard of last at the end. */
  const calls: WatchedCall[] = [];
  let known = listeners;
  let knownAt = now();
  let toldAt = knownAt;
  let isNews = false;
  let hasToldOfJob = false;
  let billedMicroUsd = 0;
  let timer: NodeJS.Timeout | undefined;
  let pushing: AbortController | undefined;

  const frameOf = ({ kind, card, since, used, textSoFar }: WatchedCall): PhaseProgress => {
    const sentence = lastSentence(textSoFar, language);
    return {
      type: 'phase:progress',
      campaignId,
      at: parts.clock().toISOString(),
      data: {
        ...{ phaseId: phase.id, attempt: phase.attempt, kind, model: card.id, characters: textSoFar.length },
        ...(sentence === undefined ? {} : { lastSentence: sentence }),
        elapsedMilliseconds: Math.max(0, now() - since),
        costMicroUsd: billedMicroUsd + costOf(card, used(textSoFar.length)),
      },
    };
  };

  /** Sets the time of the next frame, or of the next look who listens. One push at a time: a slow socket gets fewer frames. */
  function wait(): void {
    clearTimeout(timer);
    if (pushing || calls.length === 0) return;
    const due =
      known.length === 0 ? knownAt + repeatMilliseconds : toldAt + (isNews ? pauseMilliseconds : repeatMilliseconds);
    timer = setTimeout(tell, Math.max(0, due - now()));
  }

  async function lookWhoListens(): Promise<void> {
    if (now() - knownAt < repeatMilliseconds) return;
    knownAt = now();
    known = await parts.campaigns.getListeners(reference);
  }

  async function push(call: WatchedCall, signal: AbortSignal): Promise<void> {
    isNews = false;
    toldAt = now();
    known = await parts.pushProgress(known, frameOf(call), signal);
  }

  async function tell(): Promise<void> {
    const mine = new AbortController();
    pushing = mine;
    try {
      await lookWhoListens();
      const call = calls.at(-1);
      if (call && known.length > 0) await push(call, mine.signal);
    } catch (error) {
      logger.debug('Progress could not be told', error as Error);
    } finally {
      pushing = undefined;
      wait();
    }
  }

  function begin(call: WatchedCall): void {
    calls.push(call);
    isNews = true;
    if (calls.length === 1) toldAt = Math.max(toldAt, now());
    wait();
  }

  function hear(call: WatchedCall, textSoFar: string): void {
    if (!calls.includes(call)) return;
    call.textSoFar = textSoFar;
    if (calls.at(-1) !== call) calls.push(...calls.splice(calls.indexOf(call), 1));
    if (isNews) return;
    isNews = true;
    wait();
  }

  function end(call: WatchedCall): void {
    calls.splice(calls.indexOf(call), 1);
    if (calls.length > 0) return;
    clearTimeout(timer);
    pushing?.abort();
  }

  /** Watches a call from here to its end. A program is at its end before anybody could read how far it is: it is not watched. */
  async function during<Answer>(
    kind: Capability,
    card: ModelCard,
    used: WatchedCall['used'],
    work: (options: Pick<CallOptions, 'onProgress'>) => Promise<Answer>,
  ): Promise<Answer> {
    if (!card.isTrained) return work({});
    const call: WatchedCall = { kind, card, since: now(), used, textSoFar: '' };
    begin(call);
    try {
      return await work({ onProgress: ({ textSoFar }) => hear(call, textSoFar) });
    } finally {
      end(call);
    }
  }

  /** A job goes on when the step has ended: its frame comes now, with the time since the attempt began. */
  async function tellOfJob<Answer extends object>(
    card: ModelCard,
    quantities: Quantities,
    answer: Answer,
  ): Promise<Answer> {
    if (!isPending(answer) || !card.isTrained) return answer;
    const since = phase.startedAt === undefined ? now() : Date.parse(phase.startedAt);
    try {
      await lookWhoListens();
      const isDue = !hasToldOfJob || toldAt + pauseMilliseconds <= now();
      hasToldOfJob = true;
      if (isDue && known.length > 0)
        await push(
          { kind: 'video', card, since, used: () => quantities, textSoFar: '' },
          AbortSignal.timeout(longestPushMilliseconds),
        );
    } catch (error) {
      logger.debug('Progress could not be told', error as Error);
    }
    return answer;
  }

  return {
    during,
    tellOfJob,

    /** Counts what a call has cost that is over. */
    bill(costMicroUsd: number): void {
      billedMicroUsd += costMicroUsd;
    },
  };
}
