// The worker that delivers webhooks, as it is but for its patience: every pause between attempts is none.
import { handleDeliveries } from '../../functions/webhooks/handle-deliveries.ts';
import type { HandlerModules } from '../../local/lambda/lambda-runtime.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { webhookRetrySeconds } from '../../shared/contracts/webhook-retries.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';

export const impatientDeliveries = (functions: HandlerModules): HandlerModules => ({
  ...functions,
  'deliver-webhook': async () => ({
    handler: handleDeliveries(readEnvironment(lambdas['deliver-webhook'].environment), {
      retrySeconds: webhookRetrySeconds.map(() => 0),
    }),
  }),
});
