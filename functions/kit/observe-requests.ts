// Middleware: one log line and one metric per request, and the request id on every line in between. Never logs a body.
import type { MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger } from '../../shared/runtime/logger.ts';
import { recordMetric } from '../../shared/runtime/record-metric.ts';
import { type GatewayEvent, gatewayRequestOf } from './gateway-request.ts';
import { type GatewayResponse, securityHeaders } from './gateway-response.ts';
import { requestIdOf } from './request-id.ts';

type Observed = MiddlewareObj<GatewayEvent, GatewayResponse, Error, Context>;

export const observeRequests = (): Observed => {
  const begun = new WeakMap<Context, number>();
  const finish: NonNullable<Observed['after']> = (middleware) => {
    const { context } = middleware;
    const request = gatewayRequestOf(middleware.event);
    const durationSeconds = (performance.now() - (begun.get(context) ?? performance.now())) / 1000;
    const status = String(middleware.response?.statusCode ?? 500);
    if (middleware.response)
      middleware.response = {
        ...middleware.response,
        headers: { ...securityHeaders, ...middleware.response.headers, 'x-request-id': requestIdOf(request, context) },
      };
    logger.info('request', { route: request.routeKey, status, durationSeconds });
    recordMetric('httpRequests', 1, { status }, { route: request.routeKey });
    recordMetric('httpDuration', durationSeconds, {}, { route: request.routeKey });
  };
  return {
    before: ({ event, context }) => {
      begun.set(context, performance.now());
      const request = gatewayRequestOf(event);
      logger.resetKeys();
      logger.appendKeys({
        requestId: requestIdOf(request, context),
        campaignId: request.params['campaignId'],
        phaseId: request.params['phaseId'],
      });
    },
    after: finish,
    onError: finish,
  };
};
