// The one way of every model call: candidates → cache → quota → reserve → call → settle → record → the next candidate.
import { ModelBusy, ModelFailure, ModelRefused } from '../models/errors.ts';
import { isPending, type ModelUsage, type PendingJob } from '../models/model.ts';
import { type Capability, type ModelCard, type Quantities, worstCaseOf } from '../models/model-card.ts';
import { type CallEnd, callEnd, lostCall, noUsage } from './call-end.ts';
import type { Ledger, OpenCall, Reuse } from './ledger.ts';
import { listedBy, priceCall } from './price-call.ts';

interface Model {
  readonly card: ModelCard;
}
interface Answered {
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
  /** How far it can be used, where that was looked at. */
  readonly answered?: CallEnd['answered'];
  readonly servedModel?: string | undefined;
  readonly requestId?: string | undefined;
}
type Listed = Parameters<typeof priceCall>[2];

/** A request as the pipeline sees it, whatever is asked for. */
export interface AskedModel<Candidate extends Model, Answer> {
  /** What the call is for and which of its kind it is, such as `text-2`. */
  readonly name: string;
  readonly kind: Capability;
  /** Asked one after the other, as long as the failure of one leaves another a chance. */
  readonly candidates: readonly Candidate[];
  readonly prompt: string;
  readonly promptVersion?: string | undefined;
  /** The most that a call can use: what is reserved. */
  readonly most: Quantities;
  readonly make: (model: Candidate) => Promise<Answer>;
}

/**
 * Has a request answered by the first candidate that can, counted in the ledger; or begun, where the work goes on at the provider. Throws what
 * the ledger forbids, or the failure of the candidate that was asked last. With `reuse`, an answer that the ledger knows is taken instead.
 */
export async function callModel<
  Call extends OpenCall,
  Candidate extends Model,
  Answer extends Answered,
  Result,
  Waiting = never,
>(
  ledger: Ledger<Call, Answer, Result, Waiting>,
  { name, kind, candidates, prompt, promptVersion, most, make }: AskedModel<Candidate, Answer | PendingJob>,
  reuse?: Reuse<Answer>,
): Promise<Result | Waiting> {
  async function ask(model: Candidate): Promise<Result | Waiting> {
    const worstCaseMicroUsd = worstCaseOf(model.card, most);
    const listed = listedBy(model.card, most);
    const plan = { name, kind, prompt, promptVersion, model: model.card, worstCaseMicroUsd };
    const known = await ledger.find?.(plan, reuse);
    if (known !== undefined) return known;
    const call = await ledger.begin(plan);
    const answer = await make(model).catch(async (error: unknown) => {
      if (error instanceof ModelBusy && ledger.putBack) await ledger.putBack(call);
      else await ledger.fail(call, endOfError(error, listed, call), error);
      throw error;
    });
    if (!isPending(answer)) return ledger.settle(call, endOfAnswer(answer, kind, listed, call, model.card), answer);
    if (!ledger.wait) throw new Error(`${name} became a job, and nobody waits for it`);
    return ledger.wait(call, answer);
  }

  let failure: unknown = new Error(`No model was given that could answer ${name}`);
  for (const model of candidates) {
    try {
      return await ask(model);
    } catch (error) {
      if (!(error instanceof ModelFailure && error.mayAskAnother)) throw error;
      failure = error;
    }
  }
  throw failure;
}

/**
 * Asks after work that goes on at the provider, and ends its call when it is done. Answers with the job while it is not. Whoever could not be
 * asked may still be at work: only a refusal ends the job, and the reservation lives as long as it does.
 */
export async function pollJob<Call extends OpenCall, Answer extends Answered, Result>(
  ledger: Pick<Ledger<Call, Answer, Result>, 'fail' | 'settle'>,
  call: Call,
  job: {
    readonly jobId: string;
    readonly model: Model & { poll(jobId: string): Promise<Answer | PendingJob> };
  },
): Promise<Result | PendingJob> {
  const { jobId, model } = job;
  // What was reserved is what its list made of it on the day it was submitted: a job has no tokens, and is not priced anew.
  const listed = () => call.reservedMicroUsd ?? 0;
  const answer = await model.poll(jobId).catch(async (error: unknown) => {
    if (error instanceof ModelRefused) await ledger.fail(call, endOfError(error, listed, call), error);
    throw error;
  });
  return isPending(answer)
    ? answer
    : ledger.settle(call, endOfAnswer(answer, 'video', listed, call, model.card), answer);
}

const endOfAnswer = (answer: Answered, kind: Capability, listed: Listed, call: OpenCall, card: ModelCard): CallEnd => {
  const { usage, doubts } = priceCall(answer.usage, call.reservedMicroUsd ?? 0, listed);
  const isUntold = kind === 'text' && card.isTrained && answer.usage.outputTokens === 0;
  return {
    ...callEnd('SETTLED', usage, { ...answer, doubts: isUntold ? [...doubts, 'UNTOLD'] : doubts }),
    ...(answer.answered ? { answered: answer.answered } : {}),
  };
};

/**
 * The end of a call that threw. A model's own failure knows what it is billed; any other error (a connection that broke, an answer that could
 * not be read) leaves it open, and then the worst case counts.
 */
function endOfError(error: unknown, listed: Listed, { reservedMicroUsd = 0 }: OpenCall): CallEnd {
  const details = {
    warnings: [error instanceof Error ? error.name : 'unknown'],
    ...(error instanceof ModelFailure ? { requestId: error.requestId } : {}),
  };
  const billing = error instanceof ModelFailure ? error.billing : 'unknown';
  if (billing === 'unknown') return lostCall(reservedMicroUsd, details);
  if (billing === 'none') return callEnd('FAILED', noUsage, details);
  const { usage, doubts } = priceCall(billing, reservedMicroUsd, listed);
  return callEnd('FAILED', usage, { ...details, doubts });
}
