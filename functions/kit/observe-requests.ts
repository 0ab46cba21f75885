// Middleware: one log line and one metric per request, and the request id on every line in between. Never logs a body.
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { logger } from '../../shared/runtime/logger.ts';
import { recordMetric } from '../../shared/runtime/metrics.ts';

type Observed = MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, Context>;

export const observeRequests = (): Observed => {
  const begun = new WeakMap<Context, number>();
  const finish: NonNullable<Observed['after']> = ({ event, context, response }) => {
    const durationSeconds = (performance.now() - (begun.get(context) ?? performance.now())) / 1000;
    const status = String(response?.statusCode ?? 500);
    if (response) response.headers = { ...response.headers, 'x-request-id': context.awsRequestId };
    logger.info('request', { route: event.routeKey, status, durationSeconds });
    recordMetric('httpRequests', 1, { status }, { route: event.routeKey });
    recordMetric('httpDuration', durationSeconds, {}, { route: event.routeKey });
  };
  return {
    before: ({ event, context }) => {
      begun.set(context, performance.now());
      logger.resetKeys();
      logger.appendKeys({
        requestId: context.awsRequestId,
        campaignId: event.pathParameters?.['campaignId'],
        phaseId: event.pathParameters?.['phaseId'],
      });
    },
    after: finish,
    onError: finish,
  };
};
