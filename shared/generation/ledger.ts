// Where calls are counted. The pipeline (call-model.ts) knows this port only; a campaign and a caller outside of one have each their own.
import type { PendingJob } from '../models/model.ts';
import type { Capability, ModelCard } from '../models/registry.ts';
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
}

/** A call that has been begun, as its ledger knows it. */
export interface OpenCall {
  readonly reservedMicroUsd?: number | undefined;
}

export interface Ledger<Call extends OpenCall, Answer, Result, Waiting = never> {
  /** What this model answered to the same request before, where that may be used again. */
  readonly find?: (model: ModelCard) => Promise<Result | undefined>;
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
