// The kinds of failure in which a model call of a campaign can end, by name: Step Functions matches these names.

import type { Failure } from '../contracts/phase.ts';

/** The model's answer did not fit the schema, not even after being told why. */
export class OutputInvalid extends Error {
  override readonly name = 'OutputInvalid';
}

/** The next call could pass the campaign's cap. A person raises the cap, skips the phase or cancels. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
  /** Of a stop at the campaign's cap; of one at the month's money there are none. */
  readonly amounts: Failure['amounts'];

  constructor(message: string, amounts?: Failure['amounts']) {
    super(message);
    this.amounts = amounts;
  }
}

/** The launching person has made all AI calls of the month. Whoever decides waits for the next one, or has the quota raised. */
export class QuotaExceeded extends Error {
  override readonly name = 'QuotaExceeded';
}

/** The campaign or phase was deleted while its execution was still running. */
export class CampaignGone extends Error {
  override readonly name = 'CampaignGone';
}

/** The attempt that works here is over: its time was up, or a person has decided. What it makes now is thrown away. */
export class AttemptOver extends Error {
  override readonly name = 'AttemptOver';
}
