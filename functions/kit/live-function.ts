// Turns a socket handler into the handler of a Lambda behind the WebSocket API. An error is logged and answered as a status:
// API Gateway closes nothing for it.
import middy from '@middy/core';
import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2, Context } from 'aws-lambda';
import * as z from 'zod';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';

export interface LiveInput {
  readonly connectionId: string;
  readonly body: string | undefined;
  /** The `token` query parameter; only $connect has one. */
  readonly token: string | undefined;
  /** What the authorizer put beside the connection. */
  readonly authorizer: unknown;
}

export type LiveHandler = (
  event: APIGatewayProxyWebsocketEventV2,
  context: Context,
) => Promise<APIGatewayProxyResultV2>;

const tokenSchema = z.object({ queryStringParameters: z.object({ token: z.string() }) });

export const liveFunction = (handle: (input: LiveInput) => Promise<void>): LiveHandler =>
  middy<APIGatewayProxyWebsocketEventV2, APIGatewayProxyResultV2>()
    .before(({ context }) => {
      logger.resetKeys();
      logger.appendKeys({ requestId: context.awsRequestId });
    })
    .onError((request) => {
      if (request.error instanceof ProblemError) {
        logger.info('A socket was refused', { reason: request.error.code });
        request.response = { statusCode: request.error.status };
        return;
      }
      logger.error('A socket message failed', request.error ?? new Error('unknown'));
      request.response = { statusCode: 500 };
    })
    .handler(async (event) => {
      await handle({
        connectionId: event.requestContext.connectionId,
        body: event.body,
        token: tokenSchema.safeParse(event).data?.queryStringParameters.token,
        authorizer: 'authorizer' in event.requestContext ? event.requestContext.authorizer : undefined,
      });
      return { statusCode: 200 };
    }) as LiveHandler;
