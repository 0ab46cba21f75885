// What a campaign's call may be spared: the same request of the same workspace was answered lately, or is being answered. One call of several
// that want the same is made; the others wait for it, asking again, and take over when its owner has gone.
import type { CampaignReference } from '../contracts/identifiers.ts';
import { cacheSeconds } from '../contracts/limits.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { AnswerCacheEntries, AnswerCacheEntry } from '../data/answer-cache-entries.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { ModelBusy } from '../models/errors.ts';
import type { Capability } from '../models/model-card.ts';

export interface AnswerCacheParts {
  readonly origins: AnswerCacheEntries;
  readonly calls: Pick<ModelCalls, 'triesOf'>;
  readonly clock: () => Date;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** From 0 to 1: spreads those who wait. */
  readonly random: () => number;
}

/** A request by its fingerprint, and the call that wants it answered. */
export interface WantedAnswer {
  readonly request: string;
  readonly kind: Capability;
  readonly reference: CampaignReference;
  /** The call by its name. */
  readonly call: string;
  readonly model: { readonly provider: string; readonly id: string };
  /** What others were answered may be used. A call's own earlier tries always count: a repeated step pays for nothing twice. */
  readonly mayReuse: boolean;
}

/** A call that has answered the request. */
export interface FoundAnswer {
  readonly reference: CampaignReference;
  readonly call: ModelCall;
}
/** The right, and the duty, to have the request answered. */
export interface Claim {
  readonly workspaceId: string;
  readonly request: string;
  readonly origin: AnswerCacheEntry;
}
export type Standing<Answer> = { readonly answer: Answer } | { readonly claim: Claim | undefined };

/** Another call is at the same request, and that takes long: the step ends meanwhile, and no other model is asked. */
export class AnswerUnderWay extends ModelBusy {
  override get mayAskAnother(): boolean {
    return false;
  }
}

/** No function runs for longer than five minutes; a video's job may take an hour. */
const leaseMilliseconds: Record<Capability, number> = { text: 300_000, image: 300_000, video: 3_600_000 };
/** Between the claim and the record of a call lie a few writes. */
const recordWithinMilliseconds = 30_000;
/** A function that waits costs money as one that works: after this the step waits elsewhere. */
const patienceMilliseconds = 20_000;
const askAgainSeconds = 15;
/** Between two questions, at random in between. */
const [shortestPause, longestPause] = [200, 1_000];

export type AnswerCache = ReturnType<typeof createAnswerCache>;

export function createAnswerCache({ origins, calls, clock, pause, random }: AnswerCacheParts) {
  const now = () => clock().getTime();

  /** What the call that is named has come to: its answer, `under-way`, or undefined when it will not answer any more. */
  async function outcomeOf(
    origin: AnswerCacheEntry,
    { reference: { workspaceId }, call, model, reference }: WantedAnswer,
  ): Promise<FoundAnswer | 'under-way' | undefined> {
    const at = { workspaceId, campaignId: origin.campaignId };
    const tries = (await calls.triesOf(at, origin.call)).filter(
      (each) => each.provider === model.provider && each.model === model.id,
    );
    const answered = tries.findLast(isAnswer);
    if (answered) return { reference: at, call: answered };
    // A call does not wait for itself: an earlier run of its step has died.
    if (origin.call === call && origin.campaignId === reference.campaignId) return undefined;
    if (now() >= origin.leaseUntil) return undefined;
    const isBeginning = tries.length === 0 && now() < origin.claimedAt + recordWithinMilliseconds;
    return isBeginning || tries.at(-1)?.status === 'RESERVED' ? 'under-way' : undefined;
  }

  const claimOf = (wanted: WantedAnswer, seen: AnswerCacheEntry | undefined): Claim => ({
    workspaceId: wanted.reference.workspaceId,
    request: wanted.request,
    origin: {
      campaignId: wanted.reference.campaignId,
      call: wanted.call,
      fence: (seen?.fence ?? 0) + 1,
      claimedAt: now(),
      leaseUntil: now() + leaseMilliseconds[wanted.kind],
      expiresAt: Math.floor(now() / 1000) + cacheSeconds[wanted.kind],
    },
  });

  return {
    /**
     * The answer to the same request, as `recall` finds it again; or the claim to it. Without a claim the call is made for itself alone. Throws
     * AnswerUnderWay when another is at it for longer than a function should wait.
     */
    async seek<Answer>(
      wanted: WantedAnswer,
      recall: (found: FoundAnswer) => Promise<Answer | undefined>,
    ): Promise<Standing<Answer>> {
      const { reference, request, call, mayReuse } = wanted;
      const patientUntil = now() + patienceMilliseconds;
      for (;;) {
        const seen = await origins.get(reference.workspaceId, request);
        const isOwn = seen?.campaignId === reference.campaignId && seen.call === call;
        const isLive = seen !== undefined && seen.expiresAt * 1000 > now();
        const outcome = isLive ? await outcomeOf(seen, wanted) : undefined;
        if (outcome === 'under-way') {
          if (!mayReuse) return { claim: undefined };
          if (now() >= patientUntil)
            throw new AnswerUnderWay('The same request is being answered for another phase.', askAgainSeconds);
          await pause(shortestPause + random() * (longestPause - shortestPause));
          continue;
        }
        const answer = outcome && (mayReuse || isOwn) ? await recall(outcome) : undefined;
        if (answer !== undefined) return { answer };
        // A file is stored after its call has ended.
        if (outcome && mayReuse && !isOwn && now() < endOf(outcome.call) + recordWithinMilliseconds) {
          await pause(longestPause);
          continue;
        }
        const claim = claimOf(wanted, seen);
        if (await origins.claim(reference.workspaceId, request, claim.origin, seen)) return { claim };
      }
    },

    /** Lets others go on at once: the call was not begun after all. */
    release: ({ workspaceId, request, origin }: Claim): Promise<boolean> =>
      origins.release(workspaceId, request, origin),
  };
}

const endOf = ({ startedAt, latencyMilliseconds }: ModelCall): number => Date.parse(startedAt) + latencyMilliseconds;

/** Texts are of use when they fitted; of media the file says it, which is looked at when it is recalled. */
const isAnswer = ({ status, kind, answered }: ModelCall): boolean =>
  status === 'SETTLED' && (kind !== 'text' || (answered !== undefined && answered !== 'invalid'));
