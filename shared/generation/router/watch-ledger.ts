// A ledger that is watched: no call is begun of a model that is left alone, each is recorded with why its model was asked, and how it ended is told.
import type { ChoiceReason } from '../../contracts/reasons.ts';
import { ModelFailure, ModelUnavailable } from '../../models/errors.ts';
import type { ModelCard } from '../../models/model-card.ts';
import type { CallEnd } from '../call-end.ts';
import type { Ledger, OpenCall } from '../ledger.ts';
import type { CircuitBreakers } from './circuit-breakers.ts';
import { at } from './eligible-models.ts';

/** How a call ended, for whoever learns from it. */
export interface HeardCall {
  readonly provider: string;
  readonly id: string;
  readonly isTrained: boolean;
  readonly costMicroUsd: number;
  readonly seconds: number;
  /** `failed`: no answer came, which says nothing of its quality; `refused`: the model would not, or what came was no answer. */
  readonly ended: 'answered' | 'invalid' | 'refused' | 'failed';
}

export interface Watch {
  readonly circuits?: CircuitBreakers | undefined;
  readonly because: (card: ModelCard) => ChoiceReason;
  readonly heard?: ((call: HeardCall) => void) | undefined;
  readonly clock: () => Date;
}

/** A call as the ledgers keep it: what it is of, and since when it is under way. */
export interface NamedCall extends OpenCall {
  readonly provider: string;
  readonly model: string;
  readonly startedAt?: string;
  readonly createdAt?: string;
}

/** The same ledger, watched. Fallbacks within one call are recorded with the failure before them. */
export function watchLedger<Call extends NamedCall, Answer, Result, Waiting>(
  ledger: Ledger<Call, Answer, Result, Waiting>,
  { circuits, because, heard, clock }: Watch,
): Ledger<Call, Answer, Result, Waiting> {
  /** Why the next model is asked for a call, by its name: what became of the one before. */
  const failedBefore = new Map<string, ChoiceReason>();
  const cards = new WeakMap<Call, { card: ModelCard; name: string }>();
  const cardOf = ({ provider, model: id }: Call) => ({ provider, id });

  function tell(call: Call, ended: HeardCall['ended'], { usage }: Pick<CallEnd, 'usage'>): void {
    const since = Date.parse(call.startedAt ?? call.createdAt ?? clock().toISOString());
    const seconds = Math.max(0, clock().getTime() - since) / 1000;
    const { isTrained = true } = cards.get(call)?.card ?? {};
    heard?.({ ...cardOf(call), isTrained, costMicroUsd: usage.costMicroUsd, seconds, ended });
  }

  return {
    ...ledger,

    async begin(plan) {
      const rest = plan.model.isTrained ? await circuits?.admit(plan.model) : undefined;
      if (rest) {
        failedBefore.set(plan.name, { kind: 'left-out', model: plan.model.id, cause: 'resting' });
        throw new ModelUnavailable(`${rest.reason}, and is asked again ${at(rest.until)}.`);
      }
      const chosenBecause = failedBefore.get(plan.name) ?? because(plan.model);
      const call = await ledger.begin({ ...plan, chosenBecause });
      cards.set(call, { card: plan.model, name: plan.name });
      return call;
    },

    async fail(call, end, error) {
      await ledger.fail(call, end, error);
      const begun = cards.get(call);
      if (!(error instanceof ModelFailure)) return;
      if (begun) failedBefore.set(begun.name, { kind: 'failed-before', model: begun.card.id, reason: error.reason });
      tell(call, error.reason === 'filtered' || error.reason === 'bad-answer' ? 'refused' : 'failed', end);
      await circuits?.failed(cardOf(call), error);
    },

    async settle(call, end, answer) {
      const result = await ledger.settle(call, end, answer);
      tell(call, end.answered?.answered === 'invalid' ? 'invalid' : 'answered', end);
      if (begunByTrained(cards.get(call))) await circuits?.succeeded(cardOf(call));
      return result;
    },

    ...(ledger.wait
      ? {
          wait: async (call, job) => {
            const waiting = await ledger.wait?.(call, job);
            if (begunByTrained(cards.get(call))) await circuits?.succeeded(cardOf(call));
            return waiting as Waiting;
          },
        }
      : {}),
  };
}

const begunByTrained = (begun: { readonly card: ModelCard } | undefined): boolean => begun?.card.isTrained ?? false;

/** What was heard of an attempt's calls, by model, as it is learnt from. */
export interface HeardArm {
  readonly provider: string;
  readonly id: string;
  readonly isValid: boolean;
  readonly isValidAtFirst: boolean;
  readonly costMicroUsd: number;
  readonly seconds: number;
}

/** One outcome for each model that answered, or would not. One that could not be reached has none. */
export function outcomesOf(calls: readonly HeardCall[]): HeardArm[] {
  const models = new Map(calls.map((call) => [`${call.provider} ${call.id}`, call]));
  return [...models.values()].flatMap(({ provider, id }) => {
    const own = calls.filter((call) => call.provider === provider && call.id === id && call.ended !== 'failed');
    const [first] = own;
    if (!first) return [];
    const sum = (part: 'costMicroUsd' | 'seconds') => own.reduce((total, call) => total + call[part], 0);
    const isValid = own.some(({ ended }) => ended === 'answered');
    return {
      ...{ provider, id, isValid },
      isValidAtFirst: first.ended === 'answered',
      ...{ costMicroUsd: sum('costMicroUsd'), seconds: sum('seconds') },
    };
  });
}

/** The model whose answer came last. */
export const lastAnswer = (calls: readonly HeardCall[]): HeardCall | undefined =>
  calls.findLast(({ ended }) => ended === 'answered');
