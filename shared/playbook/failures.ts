// The kinds of failure a phase can end in, by name: Step Functions matches these names, people read the reasons.

import * as z from 'zod';
import type { Failure } from '../contracts/phase.ts';
import { truncateText } from '../domain/text/truncate-text.ts';
import { BudgetExceeded } from '../generation/call-failures.ts';
import { hideSecrets } from '../models/providers/hide-secrets.ts';

/** The run of the campaign has lasted so long that nobody is asked any more. */
export class RunTooOld extends Error {
  override readonly name = 'RunTooOld';
}

/** Failures that repeating does not mend: the phase is parked with this reason instead of being retried. */
const permanent = new Set([
  'OutputInvalid',
  'BudgetExceeded',
  'QuotaExceeded',
  'ModelRefused',
  'InputMissing',
  'CorruptItem',
]);

export const isPermanent = (error: unknown): error is Error => error instanceof Error && permanent.has(error.name);

export const failureOf = (error: Error): Failure => ({
  name: error.name,
  reason: truncateText(error.message, 1000),
  ...(error instanceof BudgetExceeded && error.amounts && { amounts: error.amounts }),
});

/** A question that nobody answered in the time for it: the phase ends, and nobody is asked about that. */
export const nobodyDecided: Failure = {
  name: 'NobodyDecided',
  reason: 'Nobody decided within two weeks. Relaunch the campaign to be asked again: what is finished is kept.',
};

const knownReasons: Record<string, string> = {
  RunTooOld: 'This campaign has run for nine months and asks nobody any more. Relaunch it: what is finished is kept.',
  ModelUnavailable:
    'No model could be reached after several tries. Retry later, choose another model, or skip this phase.',
  'States.Timeout': 'The time allowed for this step is over. Retry, or skip this phase.',
};

/**
 * The failure that Step Functions caught, for people to read. An unexpected error's own text stays in the logs: it may hold internals. What
 * kept a model from answering is a sentence of ours, which says what to mend; keys that a provider repeated go.
 */
export const caughtFailure = (errorName: string, cause?: string): Failure => ({
  name: truncateText(errorName, 120),
  reason: reasonOf(errorName, cause),
});

function reasonOf(errorName: string, cause: string | undefined): string {
  const known = knownReasons[errorName];
  const lastWords = errorName === 'ModelUnavailable' ? messageIn(cause) : '';
  if (known && lastWords) return `${known} The last try: ${hideSecrets(lastWords)}`;
  return known ?? 'This step failed unexpectedly; the logs have the details. Retry, or skip this phase.';
}

/** Lambda tells Step Functions of an error as JSON, cut off where it is long. */
function messageIn(cause: string | undefined): string {
  try {
    return causeSchema.parse(JSON.parse(cause ?? '')).errorMessage;
  } catch {
    return '';
  }
}
const causeSchema = z.object({ errorMessage: z.string() });
