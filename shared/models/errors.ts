// How a model fails. Each failure says whether the same request may succeed later, and what the provider bills for it.
import type { ModelUsage } from './model.ts';

/** `none`: nothing was billed; `unknown`: nobody can say, and the worst case counts; otherwise what the provider says. */
export type Billing = 'none' | 'unknown' | ModelUsage;

export abstract class ModelFailure extends Error {
  /** Whether the same request may succeed later, or with another model. */
  abstract readonly isRetryable: boolean;
  readonly billing: Billing;

  constructor(message: string, { billing = 'none' }: { readonly billing?: Billing } = {}) {
    super(message);
    this.billing = billing;
  }
}

/** The provider could not answer now. Step Functions retries by this name. */
export class ModelUnavailable extends ModelFailure {
  override readonly name = 'ModelUnavailable';
  readonly isRetryable = true;
}

/** Every place is taken: nothing was begun and nothing is billed. Whoever can wait asks again, for everybody else it is unavailable. */
export class ModelBusy extends ModelUnavailable {
  readonly askAgainSeconds: number;

  constructor(message: string, askAgainSeconds: number) {
    super(message);
    this.askAgainSeconds = askAgainSeconds;
  }
}

/** The provider refuses this request; repeating it will not help. */
export class ModelRefused extends ModelFailure {
  override readonly name = 'ModelRefused';
  readonly isRetryable = false;
}
