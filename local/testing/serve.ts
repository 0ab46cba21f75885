// Serves one embedded service on a port of its own, for suites that talk to it through the SDK.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CognitoOptions, openCognito } from '../cognito/cognito.ts';
import { type EndpointOptions, startEndpoint } from '../endpoint/endpoint.ts';
import type { Service } from '../endpoint/service.ts';
import { openQueue } from '../sqs/queue.ts';
import { deadLetterQueuePath, queuePath, sqsService } from '../sqs/sqs.ts';
import { openStore, type Store } from '../state/store.ts';
import type { StepFunctionsOptions } from '../stepfunctions/executions.ts';
import { openStepFunctions } from '../stepfunctions/stepfunctions.ts';

interface Settings extends Pick<EndpointOptions, 'port'> {
  readonly directory: string;
  readonly onError?: (error: unknown) => void;
}

/** Opens a service over the store of a directory and lets it listen. */
async function serve<Opened extends Pick<EndpointOptions, 'resources'> & { services: readonly Service[] }>(
  { directory, port, onError }: Settings,
  open: (store: Store, origin: () => string) => Promise<Opened>,
) {
  await mkdir(directory, { recursive: true });
  const store = openStore(join(directory, 'state.db'));
  let origin = '';
  const { services, resources = [], ...opened } = await open(store, () => origin);
  const server = await startEndpoint({ port, services, resources, onError });
  origin = server.endpoint;
  return {
    ...opened,
    endpoint: origin,
    async stop(): Promise<void> {
      await server.stop();
      store.close();
    },
  };
}

export const serveCognito = (settings: Settings & Omit<CognitoOptions, 'store' | 'origin'>) =>
  serve(settings, async (store, origin) => {
    const cognito = await openCognito({ ...settings, store, origin });
    return { services: [cognito], resources: [cognito.keys], pool: cognito.pool };
  });

export async function serveSqs(directory: string) {
  const served = await serve({ directory }, async (store) => {
    const queue = openQueue(store, { visibilitySeconds: 180, maximumReceives: 3 });
    return { services: [sqsService(queue)], queue };
  });
  const at = (path: string) => `${served.endpoint}${path}`;
  return { ...served, queueUrl: at(queuePath), deadLetterQueueUrl: at(deadLetterQueuePath) };
}

export async function serveStepFunctions({
  definition,
  ...settings
}: Settings & Pick<StepFunctionsOptions, 'invokeFunction' | 'onTransition'> & { readonly definition: object }) {
  const { stepFunctions, ...served } = await serve(settings, async (store) => {
    const machine = { stateMachineName: 'campaign', definition: JSON.stringify(definition) };
    const stepFunctions = openStepFunctions({ ...settings, ...machine, store });
    return { services: [stepFunctions], stepFunctions };
  });
  return {
    ...served,
    arn: stepFunctions.stateMachineArn,
    resume: () => stepFunctions.resume(),
    async stop(): Promise<void> {
      await stepFunctions.stop();
      await served.stop();
    },
  };
}
