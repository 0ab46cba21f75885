// Middleware: every error becomes problem+json (RFC 9457). What is not a ProblemError is a bug or an outage: it is logged,
// and the client gets a fixed text with the request id.
import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { type Problem, problems } from '../../shared/contracts/problems.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { type GatewayEvent, gatewayRequestOf } from './gateway-request.ts';
import type { GatewayResponse } from './gateway-response.ts';
import { MethodNotAllowed } from './nothing-there.ts';
import { headersOf, RateLimited } from './rate-limit.ts';
import { requestIdOf } from './request-id.ts';

export const problemResponses = (): MiddlewareObj<GatewayEvent, GatewayResponse, Error, Context> => ({
  onError: (middleware) => {
    const error = known(middleware.error);
    const request = gatewayRequestOf(middleware.event);
    // Assigned, not returned: returning a value would stop the outer hooks.
    middleware.response = {
      statusCode: error.status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        ...(error instanceof MethodNotAllowed ? { allow: error.allowed.join(', ') } : {}),
        ...(error.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
        ...(error instanceof RateLimited ? headersOf(error.window) : {}),
        ...(error.retryAfterSeconds ? { 'retry-after': String(error.retryAfterSeconds) } : {}),
      },
      body: JSON.stringify(problemOf(error, requestIdOf(request, middleware.context), request.path)),
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
