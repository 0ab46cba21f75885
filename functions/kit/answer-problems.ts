// Middleware: every error becomes problem+json (RFC 9457). What is not a ProblemError is a bug or an outage: it is logged,
// and the client gets a fixed text with the request id.
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { type Problem, problems } from '../../shared/contracts/problems.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';

export const answerProblems = (): MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Error,
  Context
> => ({
  onError: (request) => {
    const error = known(request.error);
    // Assigned, not returned: returning a value would stop the outer hooks.
    request.response = {
      statusCode: error.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: JSON.stringify(problemOf(error, request.context.awsRequestId, request.event.rawPath)),
    };
  },
});

function known(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  logger.error('A request failed unexpectedly', error instanceof Error ? error : new Error(String(error)));
  return new ProblemError('internal', 'Try again; if it goes on, tell us the request id.');
}

const problemOf = (error: ProblemError, requestId: string, instance: string): Problem => ({
  type: `urn:astromedia:problem:${error.code}`,
  title: problems[error.code].title,
  status: error.status,
  detail: error.message,
  instance,
  code: error.code,
  requestId,
  ...(error.fieldErrors.length > 0 ? { errors: [...error.fieldErrors] } : {}),
});
