// Serves one embedded service on a port of its own, for suites that talk to it through the SDK.
import { join } from 'node:path';
import { openCognito } from '../cognito/cognito.ts';
import type { SentCode } from '../cognito/mailed-codes.ts';
import { openUserPool } from '../cognito/user-pool.ts';
import { startEdge } from '../edge/edge.ts';
import { openSqs } from '../sqs/sqs.ts';
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

export async function serveCognito({ directory, port = 0, onError, ...settings }: CognitoSettings) {
  const pool = await openUserPool(directory);
  let origin = '';
  const cognito = await openCognito({
    ...settings,
    directory: join(directory, 'cognito'),
    pool,
    origin: () => origin,
  });
  const edge = await startEdge({ port, services: [cognito], resources: [cognito.keys], onError });
  origin = edge.endpoint;
  return { ...edge, pool };
}

export async function serveSqs(directory: string) {
  const sqs = await openSqs(directory);
  const edge = await startEdge({ services: [sqs] });
  return {
    endpoint: edge.endpoint,
    queueUrl: `${edge.endpoint}${sqs.queuePath}`,
    queueArn: sqs.queueArn,
    deadLetterQueueUrl: `${edge.endpoint}${sqs.deadLetterQueuePath}`,
    async stop(): Promise<void> {
      await edge.stop();
      await sqs.stop();
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
  const stepFunctions = await openStepFunctions({
    ...settings,
    stateMachineName: 'campaign',
    definition: JSON.stringify(settings.definition),
  });
  const edge = await startEdge({ services: [stepFunctions], onError: settings.onError });
  return {
    ...edge,
    arn: stepFunctions.stateMachineArn,
    resume: () => stepFunctions.resume(),
    async stop(): Promise<void> {
      await edge.stop();
      await stepFunctions.stop();
    },
  };
}
