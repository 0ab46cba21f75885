import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createOutbox } from '../../shared/data/outbox.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { sweepOutbox } from '../../shared/webhooks/sweep-outbox.ts';
import { wireWebhooks } from '../../shared/webhooks/wire-webhooks.ts';
import { scheduledFunction } from '../kit/scheduled-function.ts';

const parts = wireWebhooks(readEnvironment(lambdas['sweep-webhooks'].environment));

export const handler = scheduledFunction(sweepOutbox({ ...parts, outbox: createOutbox(parts.table, parts.clock) }));
