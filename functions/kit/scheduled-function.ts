// Turns work that is done from time to time into the handler of a Lambda behind a schedule. Whatever it could not do, it does next time.
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { logger } from '../../shared/runtime/logger.ts';

export type ScheduledHandler = (event: unknown, context: Context) => Promise<void>;

/** The event says nothing that the work needs. A failure is logged and thrown: Lambda tries twice more, then waits for the next time. */
export const scheduledFunction = (work: (context: Context) => Promise<void>): ScheduledHandler =>
  middy<unknown, void>()
    .before(({ context }) => {
      logger.resetKeys();
      logger.appendKeys({ requestId: context.awsRequestId });
    })
    .onError(({ error }) => logger.error('Scheduled work failed', error ?? new Error('unknown')))
    .handler(async (_event, context) => work(context)) as ScheduledHandler;
