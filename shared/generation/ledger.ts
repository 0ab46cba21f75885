// Where calls are counted. The pipeline (call-model.ts) knows this port only; a campaign and a caller outside of one have each their own.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { ChoiceReason } from '../contracts/reasons.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { PendingJob } from '../models/model.ts';
import type { Capability, ModelCard } from '../models/model-card.ts';
import type { CallEnd } from './call-end.ts';

export interface CallPlan {
  /** What the call is for and which of its kind it is, such as `text-2` or `image-A`: a repeated step uses the same name. */
  readonly name: string;
  readonly kind: Capability;
  /** The candidate whose turn it is. */
  readonly model: ModelCard;
  readonly prompt: string;
  readonly promptVersion?: string | undefined;
  readonly worstCaseMicroUsd: number;
  readonly chosenBecause?: ChoiceReason | undefined;
}

/** How an answer that was given before becomes one again. */
export interface Reuse<Answer> {
  /** Equal requests to a model may share an answer. */
  readonly fingerprintOf: (model: ModelCard) => string;
  /** From its text, where that is all of it; undefined when it does not fit (any more). */
  readonly fromText?: (text: string) => Answer | undefined;
  /** From what its call has left; undefined when that is gone. */
  readonly fromCall?: (found: {
    readonly reference: CampaignReference;
    readonly call: ModelCall;
  }) => Promise<Answer | undefined>;
}

/** A call that has been begun, as its ledger knows it. */
export interface OpenCall {
  readonly reservedMicroUsd?: number | undefined;
}

export interface Ledger<Call extends OpenCall, Answer, Result, Waiting = never> {
  /** What this model answered to the same request before, where that may be used again. */
  readonly find?: (plan: CallPlan, reuse: Reuse<Answer> | undefined) => Promise<Result | undefined>;
  /** Takes a call of the month, reserves the worst case and leaves a record. Throws what forbids the call: then nothing was taken. */
  readonly begin: (plan: CallPlan) => Promise<Call>;
  /** Takes back a call of which nothing was begun. Without it such a call fails like any other. */
  readonly putBack?: (call: Call) => Promise<void>;
  /** Ends a call that brought nothing of use. */
  readonly fail: (call: Call, end: CallEnd, error: unknown) => Promise<void>;
  /** Ends a call with its answer. */
  readonly settle: (call: Call, end: CallEnd, answer: Answer) => Promise<Result>;
  /** Keeps a call whose work goes on at the provider. */
  readonly wait?: (call: Call, job: PendingJob) => Promise<Waiting>;
}

/** What a call brought, and the model that made it. */
export interface Made<Answer> {
  readonly answer: Answer;
  readonly provider: string;
  readonly model: string;
}
