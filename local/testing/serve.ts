// Serves one embedded service on a port of its own, for suites that talk to it through the SDK.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openCognito } from '../cognito/cognito.ts';
import type { SentCode } from '../cognito/mailed-codes.ts';
import { startEndpoint } from '../endpoint/endpoint.ts';
import { openQueue } from '../sqs/queue.ts';
import { deadLetterQueuePath, queuePath, sqsService } from '../sqs/sqs.ts';
import { openStore } from '../state/store.ts';
import type { InvokeFunction } from '../stepfunctions/run-task.ts';
import { openStepFunctions } from '../stepfunctions/stepfunctions.ts';

type OnError = (error: unknown) => void;

export interface CognitoSettings {
  readonly directory: string;
  readonly port?: number;
  readonly requireEmailConfirmation?: boolean;
  readonly onCode?: (sent: SentCode) => void;
  readonly onError?: OnError;
}

const storeIn = async (directory: string) => {
  await mkdir(directory, { recursive: true });
  return openStore(join(directory, 'state.db'));
};

export async function serveCognito({ directory, port = 0, onError, ...settings }: CognitoSettings) {
  const store = await storeIn(directory);
  let origin = '';
  const cognito = await openCognito({ ...settings, store, origin: () => origin });
  const server = await startEndpoint({ port, services: [cognito], resources: [cognito.keys], onError });
  origin = server.endpoint;
  return {
    ...server,
    pool: cognito.pool,
    async stop(): Promise<void> {
      await server.stop();
      store.close();
    },
  };
}

export async function serveSqs(directory: string) {
  const store = await storeIn(directory);
  const queue = openQueue(store, { visibilitySeconds: 180, maximumReceives: 3 });
  const server = await startEndpoint({ services: [sqsService(queue)] });
  return {
    endpoint: server.endpoint,
    queue,
    queueUrl: `${server.endpoint}${queuePath}`,
    deadLetterQueueUrl: `${server.endpoint}${deadLetterQueuePath}`,
    async stop(): Promise<void> {
      await server.stop();
      store.close();
    },
  };
}

export async function serveStepFunctions(settings: {
  readonly directory: string;
  readonly definition: object;
  readonly invokeFunction: InvokeFunction;
  readonly onTransition?: (executionName: string) => void;
  readonly onError?: OnError;
}) {
  const store = await storeIn(settings.directory);
  const stepFunctions = openStepFunctions({
    ...settings,
    store,
    stateMachineName: 'campaign',
    definition: JSON.stringify(settings.definition),
  });
  const server = await startEndpoint({ services: [stepFunctions], onError: settings.onError });
  return {
    ...server,
    arn: stepFunctions.stateMachineArn,
    resume: () => stepFunctions.resume(),
    async stop(): Promise<void> {
      await server.stop();
      await stepFunctions.stop();
      store.close();
    },
  };
}
