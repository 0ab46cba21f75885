// The one way of every model call: candidates → cache → quota → reserve → call → settle → record → the next candidate.
import { ModelBusy, ModelFailure, ModelRefused } from '../models/errors.ts';
import { isPending, type ModelUsage, type PendingJob } from '../models/model.ts';
import { type Capability, costOf, type ModelCard, type Quantities } from '../models/registry.ts';
import { type CallEnd, type CallUsage, callEnd, lostCall, noUsage } from './call-end.ts';
import type { Ledger, OpenCall } from './ledger.ts';

interface Model {
  readonly card: ModelCard;
}
interface Answered {
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
  /** How far it can be used, where that was looked at. */
  readonly answered?: CallEnd['answered'];
}

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
 * the ledger forbids, or the failure of the candidate that was asked last.
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
): Promise<Result | Waiting> {
  async function ask(model: Candidate): Promise<Result | Waiting> {
    const known = await ledger.find?.(model.card);
    if (known !== undefined) return known;
    const worstCaseMicroUsd = costOf(model.card, most);
    const call = await ledger.begin({ name, kind, prompt, promptVersion, model: model.card, worstCaseMicroUsd });
    const answer = await make(model).catch(async (error: unknown) => {
      if (error instanceof ModelBusy && ledger.putBack) await ledger.putBack(call);
      else await ledger.fail(call, endOfError(error, call, model, most), error);
      throw error;
    });
    if (!isPending(answer)) return ledger.settle(call, endOfAnswer(answer, call, model, most), answer);
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
    readonly most: Quantities;
  },
): Promise<Result | PendingJob> {
  const { jobId, model, most } = job;
  const answer = await model.poll(jobId).catch(async (error: unknown) => {
    if (error instanceof ModelRefused) await ledger.fail(call, endOfError(error, call, model, most), error);
    throw error;
  });
  return isPending(answer) ? answer : ledger.settle(call, endOfAnswer(answer, call, model, most), answer);
}

const endOfAnswer = (
  { usage, warnings, answered }: Answered,
  call: OpenCall,
  { card }: Model,
  most: Quantities,
): CallEnd => ({
  ...callEnd('SETTLED', counted(usage, call, card, most), warnings),
  ...(answered ? { answered } : {}),
});

/**
 * The end of a call that threw. A model's own failure knows what it is billed; any other error (a connection that broke, an answer that could
 * not be read) leaves it open, and then the worst case counts.
 */
function endOfError(error: unknown, call: OpenCall, { card }: Model, most: Quantities): CallEnd {
  const warnings = [error instanceof Error ? error.name : 'unknown'];
  const billing = error instanceof ModelFailure ? error.billing : 'unknown';
  if (billing === 'unknown') return lostCall(call.reservedMicroUsd ?? 0, warnings);
  return callEnd('FAILED', billing === 'none' ? noUsage : counted(billing, call, card, most), warnings);
}

/** What counts: the provider's own cost, else the price of what was used. A number that is none cannot be believed: the worst case counts. */
function counted(
  { inputTokens, outputTokens, costMicroUsd }: ModelUsage,
  { reservedMicroUsd = 0 }: OpenCall,
  card: ModelCard,
  most: Quantities,
): CallUsage {
  const cost = costMicroUsd ?? costOf(card, { ...most, inputTokens, outputTokens });
  return { inputTokens, outputTokens, costMicroUsd: Number.isSafeInteger(cost) && cost >= 0 ? cost : reservedMicroUsd };
}
