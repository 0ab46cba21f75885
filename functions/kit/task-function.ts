// Turns a step of the playbook into the handler of a Lambda that Step Functions calls. Errors keep their names: Retry and Catch
// match by them.
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { logger } from '../../shared/runtime/logger.ts';

export const taskTokenSchema = z.string().min(1).max(2048);
export const gatedPhaseSchema = phaseReferenceSchema.extend({ taskToken: taskTokenSchema });
/** A step that asks people also hears when the execution began. */
export const waitingPhaseSchema = gatedPhaseSchema.extend({ executionStartedAt: z.iso.datetime() });

export type TaskHandler = (event: unknown, context: Context) => Promise<unknown>;

/** The handler of a step. The input is checked; the token and everything else in it stay out of the logs. */
export const taskFunction = <Step extends { campaignId: string; phaseId?: string }>(
  schema: z.ZodType<Step>,
  step: (input: Step) => Promise<unknown>,
): TaskHandler =>
  middy<unknown, unknown>()
    .before(({ context }) => {
      logger.resetKeys();
      logger.appendKeys({ requestId: context.awsRequestId });
    })
    .onError(({ error }) => logger.error('A step failed', error ?? new Error('unknown')))
    .handler(async (event: unknown) => {
      const input = schema.parse(event);
      logger.appendKeys({ campaignId: input.campaignId, phaseId: input.phaseId });
      return (await step(input)) ?? null;
    }) as TaskHandler;
