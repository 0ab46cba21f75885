import { lambdas } from '../../shared/contracts/lambdas.ts';
import { readinessRoutes } from '../../shared/contracts/routes/readiness-routes.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { pingTable } from '../../shared/data/ping-table.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { readReadiness } from './readiness/read-readiness.ts';

const environment = readEnvironment(lambdas.readiness.environment);
const table = openTable(environment);
/** Their clients are read while the table answers. */
const services = onFirstUse(async () => (await import('./readiness/ask-services.ts')).askServices(environment));

export const handler = httpFunction('readiness', readinessRoutes, {
  readiness: readReadiness({
    ask: {
      DynamoDB: () => pingTable(table),
      S3: services.bucket,
      'Step Functions': () => services.stateMachine(),
    },
    clock: () => new Date(),
  }),
});
