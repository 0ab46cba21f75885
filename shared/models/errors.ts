// How a model fails. Each failure says why, whether to ask again later or another model, and what the provider bills for it.
import type { ModelUsage } from './model.ts';

/** `none`: nothing was billed; `unknown`: nobody can say, and the worst case counts; otherwise what the provider says. */
export type Billing = 'none' | 'unknown' | ModelUsage;

/** Whether the same model may answer later, and whether another one may answer now. */
const reasons = {
  /** Every place is taken: nothing was begun. */
  busy: { later: true, another: true },
  'rate-limited': { later: true, another: true },
  /** An outage: the provider, or the way to it. */
  unavailable: { later: true, another: true },
  'timed-out': { later: true, another: true },
  /** The key is wrong, or may not do this. */
  unauthorized: { later: false, another: true },
  'no-credit': { later: false, another: true },
  /** The provider has no such model (any more). */
  'model-gone': { later: false, another: true },
  /** Something came that is no answer: an empty one, HTML, a picture that is none. */
  'bad-answer': { later: false, another: true },
  /** The provider's filter, or the model itself, will not do this. */
  filtered: { later: false, another: true },
  /** This provider does not take the request in this form, another may: a schema that it cannot enforce, a prompt too long for it. */
  unsupported: { later: false, another: true },
  /** The request itself is at fault: no model can answer it. */
  'bad-request': { later: false, another: false },
} as const satisfies Record<string, { later: boolean; another: boolean }>;
export type FailureReason = keyof typeof reasons;

interface FailureDetails {
  readonly billing?: Billing;
  readonly reason?: FailureReason;
  /** Seconds after which the provider wants to be asked again, where it says so. */
  readonly retryAfterSeconds?: number | undefined;
  /** The provider's name for the call, where it gave one. */
  readonly requestId?: string | undefined;
}

export abstract class ModelFailure extends Error {
  readonly reason: FailureReason;
  readonly billing: Billing;
  readonly retryAfterSeconds?: number | undefined;
  readonly requestId?: string | undefined;

  constructor(
    message: string,
    reason: FailureReason,
    { billing = 'none', retryAfterSeconds, requestId }: FailureDetails,
  ) {
    super(message);
    this.reason = reason;
    this.billing = billing;
    this.retryAfterSeconds = retryAfterSeconds;
    this.requestId = requestId;
  }

  /** Whether another model may answer the same request now. */
  get mayAskAnother(): boolean {
    return reasons[this.reason].another;
  }
}

/** The provider could not answer now. Step Functions retries by this name. */
export class ModelUnavailable extends ModelFailure {
  override readonly name = 'ModelUnavailable';

  constructor(message: string, details: FailureDetails = {}) {
    super(message, details.reason ?? 'unavailable', details);
  }
}

/** Every place is taken: nothing was begun and nothing is billed. Whoever can wait asks again, for everybody else it is unavailable. */
export class ModelBusy extends ModelUnavailable {
  readonly askAgainSeconds: number;

  constructor(message: string, askAgainSeconds: number) {
    super(message, { reason: 'busy' });
    this.askAgainSeconds = askAgainSeconds;
  }
}

/** The provider will not answer this request; repeating it will not help. */
export class ModelRefused extends ModelFailure {
  override readonly name = 'ModelRefused';

  constructor(message: string, details: FailureDetails = {}) {
    super(message, details.reason ?? 'bad-request', details);
  }
}

/** The failure of a reason, as the class by which Step Functions knows whether to try later. */
export const modelFailure = (
  message: string,
  reason: Exclude<FailureReason, 'busy'>,
  details: Omit<FailureDetails, 'reason'> = {},
): ModelFailure =>
  reasons[reason].later
    ? new ModelUnavailable(message, { ...details, reason })
    : new ModelRefused(message, { ...details, reason });
