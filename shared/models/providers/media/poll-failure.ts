// What a question after a job means that could not be answered: the job may still be at work, and is paid for either way.
import { ModelFailure, ModelRefused, ModelUnavailable } from '../../errors.ts';

/**
 * Only the end of a job ends it. A key that was changed, credit that ran out, a page of a proxy: whoever mends that asks again, and the job is
 * still there. A job that the provider does not know any more has ended, and nobody can say at what cost.
 */
export function pollFailure(error: unknown): unknown {
  if (!(error instanceof ModelFailure)) return error;
  const { message, retryAfterSeconds, requestId } = error;
  const details = { billing: 'unknown', retryAfterSeconds, requestId } as const;
  if (error.reason === 'model-gone')
    return new ModelRefused(`The provider does not know this job any more. ${message}`, {
      ...details,
      reason: 'model-gone',
    });
  return error instanceof ModelUnavailable
    ? error
    : new ModelUnavailable(`The job could not be asked after. ${message}`, { ...details, reason: 'unavailable' });
}

/** Asks after a job. Throws ModelUnavailable, or ModelRefused when the job is not there any more. */
export async function askAfter<Answer>(question: () => Promise<Answer>): Promise<Answer> {
  try {
    return await question();
  } catch (error) {
    throw pollFailure(error);
  }
}
