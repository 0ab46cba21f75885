// What an error of the AWS SDK means for a call to Bedrock. The SDK names its errors; the rest is the table of all providers.
import { modelFailure } from '../errors.ts';
import { failureOfError, failureOfStatus } from './failure-of-status.ts';

/** Where a name says more than the status that comes with it. */
const statusByName: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  InternalServerException: 500,
  ModelErrorException: 500,
  ModelNotReadyException: 429,
  ModelTimeoutException: 408,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 429,
  ServiceUnavailableException: 503,
  ThrottlingException: 429,
  ValidationException: 400,
};

/** A ModelFailure, or the error itself when it is a fault of our own. */
export function failureOfAws(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'CredentialsProviderError')
    return modelFailure(
      'There are no AWS credentials for Amazon Bedrock. Sign in to AWS, or take BEDROCK_REGION out.',
      'unauthorized',
    );
  const status = statusByName[error.name] ?? statusOf(error);
  if (status === undefined) return failureOfError('bedrock', error) ?? unreadable(error);
  const requestId = '$metadata' in error ? (error.$metadata as { requestId?: string }).requestId : undefined;
  const type = /content filter|blocked by|responsible ai/i.test(error.message) ? 'content_filter' : error.name;
  return failureOfStatus('bedrock', {
    status,
    headers: { get: (name) => headersOf(error)[name] ?? null },
    body: JSON.stringify({ ...(requestId ? { id: requestId } : {}), error: { type, message: error.message } }),
  });
}

/** What was being read when the client gave up is no answer; an error without an answer is a fault of our own. */
const unreadable = (error: Error): Error =>
  '$response' in error
    ? modelFailure('Amazon Bedrock answered with something that cannot be read.', 'bad-answer', { billing: 'unknown' })
    : error;

/** A status of 200 with an error is an answer that could not be read. */
function statusOf(error: Error): number | undefined {
  const { httpStatusCode } = ('$metadata' in error ? error.$metadata : {}) as { httpStatusCode?: number };
  return httpStatusCode !== undefined && httpStatusCode >= 300 ? httpStatusCode : undefined;
}

const headersOf = (error: Error): Readonly<Record<string, string | undefined>> =>
  ('$response' in error ? (error.$response as { headers?: Record<string, string> } | undefined)?.headers : undefined) ??
  {};
