// Asks until an answer fits: the one mechanism of agents and of callers outside of a campaign. It knows no ledger: whoever uses it makes the
// calls, under names that a repeated step uses again.
import type * as z from 'zod';
import { ModelBusy, ModelFailure } from '../../models/errors.ts';
import type { TextModel, TextRequest } from '../../models/model.ts';
import type { InvalidReading, Reading } from './answer-reading.ts';
import { anotherModel, type CallKind, type PastCall, planNextCall } from './plan-next-call.ts';
import { repairRequest } from './repair-prompt.ts';

/**
 * A request whose answer must fit its schema. `mayName`: what people and earlier phases gave, without what a model has answered since: an answer of
 * a trained model names no other address. Without it any.
 */
export type ShapedRequest<Output> = TextRequest & {
  readonly schema: z.ZodType<Output>;
  readonly mayName?: string | undefined;
};

/** One call to be made. Its name is `text-<ordinal>`. */
export interface PlannedCall<Output> {
  readonly ordinal: number;
  readonly kind: CallKind;
  readonly models: readonly TextModel[];
  readonly request: ShapedRequest<Output>;
}

/** What a call brought, whether it is of use or not. It is paid in either case. */
export interface AnsweredCall<Output> {
  readonly reading: Reading<Output>;
  readonly provider: string;
  readonly model: string;
  /** The text as the model wrote it. */
  readonly text: string;
}

/** An answer that did not fit, with all that must be known to go on from it. */
export interface Unanswered {
  readonly past: readonly PastCall[];
  readonly reading: InvalidReading;
  readonly text: string;
}

export interface Asking<Output, Call extends AnsweredCall<Output>> {
  readonly request: ShapedRequest<Output>;
  readonly candidates: readonly TextModel[];
  /** Where an earlier run of the same step came to. */
  readonly earlier?: Unanswered | undefined;
  readonly firstOrdinal: number;
  readonly call: (planned: PlannedCall<Output>) => Promise<Call>;
  /** Told of each answer that does not fit, before anybody is asked again. */
  readonly keep?: (unanswered: Unanswered) => Promise<void>;
}

/** The call whose answer fits with its output, or where it ended without one. Throws what the calls throw. */
export async function askUntilValid<Output, Call extends AnsweredCall<Output>>(
  asking: Asking<Output, Call>,
): Promise<{ readonly output: Output; readonly call: Call } | { readonly unanswered: Unanswered }> {
  const { request, candidates, firstOrdinal, keep } = asking;
  let unanswered = asking.earlier;
  for (;;) {
    const past = unanswered?.past ?? [];
    const ordinal = (past.at(-1)?.ordinal ?? firstOrdinal - 1) + 1;
    const answered = await callOrAnother(asking, past, ordinal, unanswered);
    if (!answered) {
      if (unanswered) return { unanswered };
      throw new Error('No model was given that could answer');
    }
    const { call, kind } = answered;
    const { reading, provider, model, text } = call;
    if (reading.isValid) return { output: reading.output, call };
    const made: PastCall = { ordinal: answered.ordinal, kind, provider, model, why: reading.why };
    unanswered = { past: [...past, made], ...nearer({ reading, text }, unanswered) };
    await keep?.(unanswered);
  }

  /** A model that cannot be reached for a repair leaves its turn to the next one, where there is one. */
  async function callOrAnother(
    { call }: Asking<Output, Call>,
    past: readonly PastCall[],
    ordinal: number,
    before: Unanswered | undefined,
  ): Promise<{ call: Call; kind: CallKind; ordinal: number } | undefined> {
    const next = planNextCall(past, candidates);
    if (!next) return undefined;
    const make = async ({ kind, models }: typeof next, at: number) => ({
      call: await call({ ordinal: at, kind, models, request: requestOf(request, kind, models, before) }),
      kind,
      ordinal: at,
    });
    try {
      return await make(next, ordinal);
    } catch (error) {
      const other = next.kind === 'fresh' ? undefined : anotherModel(past, candidates);
      const mayAsk = error instanceof ModelFailure && !(error instanceof ModelBusy) && error.mayAskAnother;
      if (!other || !mayAsk) throw error;
      return make(other, ordinal + 1);
    }
  }
}

function requestOf<Output>(
  request: ShapedRequest<Output>,
  kind: CallKind,
  [model]: readonly TextModel[],
  before: Unanswered | undefined,
): ShapedRequest<Output> {
  if (kind === 'repair' && before) return repairRequest(request, before.reading);
  if (kind !== 'longer') return request;
  const most = model?.card.maximumOutputTokens ?? Number.POSITIVE_INFINITY;
  return {
    ...request,
    maximumOutputTokens: Math.max(request.maximumOutputTokens, Math.min(2 * request.maximumOutputTokens, most)),
  };
}

/** What is nearest to an answer stays at hand though a later model wrote nothing that could be read. */
const nearer = (
  now: Pick<Unanswered, 'reading' | 'text'>,
  before: Unanswered | undefined,
): Pick<Unanswered, 'reading' | 'text'> =>
  now.reading.value !== undefined || before?.reading.value === undefined
    ? now
    : { reading: { ...before.reading, why: now.reading.why }, text: before.text };
