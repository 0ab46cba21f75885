// The handler of the operations below /internal, given the models it may use.
import type { Environment } from '../../../shared/contracts/environment.ts';
import { generationRoutes } from '../../../shared/contracts/routes/generation-routes.ts';
import { createIdempotencyRecords } from '../../../shared/data/idempotency.ts';
import { openTable } from '../../../shared/data/open-table.ts';
import { createRateWindows } from '../../../shared/data/rate-windows.ts';
import { createUsers } from '../../../shared/data/users.ts';
import { onFirstUse } from '../../../shared/runtime/on-first-use.ts';
import { type HttpHandler, httpFunction, type Operations } from '../../kit/http-function.ts';
import type { AskableModels } from './generation-operations.ts';

export function generationFunction(
  environment: Environment<'TABLE_NAME' | 'BUCKET_NAME'>,
  models: AskableModels,
  clock: () => Date = () => new Date(),
): HttpHandler {
  const table = openTable(environment);
  const operations = onFirstUse<Operations<'generation'>>(async () =>
    (await import('./generation-operations.ts')).generationOperations(table, environment, models, clock),
  );
  return httpFunction('generation', generationRoutes, operations, {
    users: createUsers(table),
    rateWindows: createRateWindows(table, clock),
    idempotency: createIdempotencyRecords(table, clock),
  });
}
