// The embedded platform: AWS's services on loopback, the project's functions in front of them, one process, state in one directory.
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenVerifier } from '../functions/live/token-verifier.ts';
import { createQueueClient } from '../shared/runtime/clients/queue-client.ts';
import { localUsagePlanIds, openKeyStore } from './apigateway/key-store.ts';
import { startApiGatewayService } from './apigateway/management-service.ts';
import { openUsageMeter } from './apigateway/usage-meter.ts';
import { watchMetricLog } from './cloudwatch/metric-log.ts';
import { createPrometheus } from './cloudwatch/prometheus.ts';
import { startCognito } from './cognito/cognito.ts';
import { startDynamoDbThread } from './dynamodb/start-dynamodb-thread.ts';
import { startGateway } from './gateway/gateway.ts';
import { startGivingMemoryBack } from './give-memory-back.ts';
import { startEventSource } from './lambda/event-source.ts';
import { createLambdaRuntime, type HandlerModules } from './lambda/lambda-runtime.ts';
import { startSchedules } from './lambda/schedules.ts';
import { createMailbox } from './mailbox.ts';
import { provision } from './provision.ts';
import { provisionWebhookQueue } from './provision-webhook-queue.ts';
import { recoverExecutions } from './recover-executions.ts';
import { startS3 } from './s3/s3.ts';
import { startSqs } from './sqs/sqs.ts';
import { startParameterStore } from './ssm/parameter-store.ts';
import { choosePort } from './state/stable-port.ts';
import { openStateDirectory } from './state/state-directory.ts';
import { startStepFunctions } from './stepfunctions/stepfunctions.ts';
import { servePage } from './web/serve-page.ts';

export interface PlatformOptions {
  readonly directory: string;
  /** Port of the API and the socket; without one the directory's own is used, chosen at its first start. */
  readonly port?: number | undefined;
  /** Port of the web page; without one there is none. */
  readonly pagePort?: number | undefined;
  /** A registration counts only once the code has come back that was mailed, here into `<directory>/mail`. */
  readonly requireEmailConfirmation?: boolean;
  /** Functions that stand in for the project's, such as simulated agents in a benchmark. */
  readonly functions?: HandlerModules;
  readonly onError?: (error: unknown) => void;
}

export interface RunningPlatform {
  readonly apiUrl: string;
  readonly liveUrl: string;
  readonly uiUrl?: string | undefined;
  /** What was damaged in the directory and begins anew, a sentence each. */
  readonly notices: readonly string[];
  /** Campaigns that were running when the platform last ended and go on now. */
  readonly resumedCampaigns: number;
  stop(): Promise<void>;
}

/** How long a stop waits for running functions. Longer ones are cut off and repeated at the next start. */
const drainMilliseconds = 1000;

const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };

/**
 * Starts everything and lets interrupted campaigns go on. Rejects with StateDirectoryInUseError, DamagedStateError or CorruptStateError when the
 * directory cannot be used. Sets the SDK's endpoint variables of this process, so one process runs one platform.
 */
export async function startPlatform({
  directory,
  port,
  pagePort,
  requireEmailConfirmation = false,
  functions = {},
  onError = () => {},
}: PlatformOptions): Promise<RunningPlatform> {
  const state = await openStateDirectory(directory);
  const opened: { stop(): Promise<void> }[] = [];
  const keep = <Service extends { stop(): Promise<void> }>(service: Service): Service => {
    opened.unshift(service);
    return service;
  };
  let hasStarted = false;
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const service of opened) await service.stop();
      if (hasStarted) await state.takeInventory({ seal: true });
      await state.release();
    })();
    return stopping;
  };
  try {
    const at = async (name: string) => {
      const path = join(state.path, name);
      await mkdir(path, { recursive: true });
      return path;
    };
    const portOf = (name: string, preferred?: number) => choosePort(state.path, name, preferred);
    const gatewayPort = port || (await portOf('gateway'));
    const cognitoPort = await portOf('cognito'); // stable: the issuer of tokens names it
    const s3Port = await portOf('s3'); // stable: links name it
    const mailbox = createMailbox(await at('mail'));
    const runtime = await createLambdaRuntime(functions);
    const sqsPort = await portOf('sqs'); // stable: the addresses of queues name it
    const [dynamoDb, s3, cognito, sqs] = await Promise.all([
      startDynamoDbThread({ directory: await at('dynamodb'), onError }).then(keep),
      startS3({ directory: await at('s3'), port: s3Port, credentials }).then(keep),
      startCognito({ directory: await at('cognito'), port: cognitoPort, onCode: mailbox.deliver, onError }).then(keep),
      startSqs({ directory: await at('sqs'), port: sqsPort }).then(keep),
    ]);
    const parameterStore = await startParameterStore({ directory: await at('ssm'), onError });
    keep({ stop: () => parameterStore.close() });
    const gatewayDirectory = await at('apigateway');
    const keyStore = await openKeyStore(gatewayDirectory);
    const usageMeter = keep(await openUsageMeter(gatewayDirectory));
    const apiGateway = await startApiGatewayService(keyStore, onError);
    keep({ stop: () => apiGateway.close() });
    // Stopped before the services that functions use, and after the state machine that calls functions.
    keep({ stop: () => runtime.drain(drainMilliseconds) });
    const stepFunctions = keep(
      await startStepFunctions({
        directory: await at('stepfunctions'),
        invokeFunction: (arn, payload, options) => runtime.invoke(arn.split(':').at(-1) ?? arn, payload, options),
        onError,
      }),
    );
    const apiUrl = `http://127.0.0.1:${gatewayPort}`;
    const liveUrl = `ws://127.0.0.1:${gatewayPort}/live`;
    Object.assign(process.env, {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      AWS_ENDPOINT_URL_SFN: stepFunctions.endpoint,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.endpoint,
      AWS_ENDPOINT_URL_SQS: sqs.endpoint,
      AWS_ENDPOINT_URL_SSM: parameterStore.endpoint,
      AWS_ENDPOINT_URL_API_GATEWAY: apiGateway.endpoint,
      USAGE_PLAN_IDS: JSON.stringify(localUsagePlanIds),
      LIVE_ENDPOINT: `${apiUrl}/live`,
      REQUIRE_EMAIL_CONFIRMATION: String(requireEmailConfirmation),
      REGISTRATIONS_PER_DAY: '1000', // everybody here comes from one address
      WEBHOOK_KEY_PARAMETER: '/astromedia/local/webhook-key',
      WEBHOOK_TARGETS: 'public-and-loopback', // a developer receives on the same machine
      EDGE_TOKEN: randomUUID(), // no edge stands in front of the gateway, so nobody knows it
    });
    const queues = createQueueClient();
    const [provisioned, webhookQueue] = await Promise.all([
      provision(state.path, requireEmailConfirmation),
      provisionWebhookQueue(queues),
    ]);
    const issuer = `${cognito.endpoint}/${provisioned.USER_POOL_ID}`;
    const environment = {
      ...provisioned,
      WEBHOOK_QUEUE_URL: webhookQueue.queueUrl,
      TOKEN_ISSUER: issuer,
      TOKEN_JWKS_URI: `${issuer}/.well-known/jwks.json`,
    };
    Object.assign(process.env, environment);
    await runtime.load();
    keep(
      startEventSource({
        ...webhookQueue,
        client: queues,
        invoke: (event) => runtime.invoke('deliver-webhook', event),
        onError,
      }),
    );
    keep(startSchedules({ invoke: (name) => runtime.invoke(name, {}), onError }));
    const metrics = createPrometheus();
    const stopWatching = watchMetricLog(process.stdout, metrics.record);
    keep({ stop: async () => stopWatching() });
    keep(
      await startGateway({
        port: gatewayPort,
        pagePort,
        runtime,
        verifyToken: createTokenVerifier(environment),
        keyStore,
        usageMeter,
        metrics,
        onError,
      }),
    );
    const page = pagePort ? keep(await servePage({ port: pagePort, apiPort: gatewayPort })) : undefined;
    await state.publish({
      apiUrl,
      liveUrl,
      ...(page ? { uiUrl: page.url } : {}),
      dynamoDbUrl: dynamoDb.endpoint,
      s3Url: s3.endpoint,
      cognitoUrl: cognito.endpoint,
      mail: mailbox.directory,
      stepFunctionsUrl: stepFunctions.endpoint,
      sqsUrl: sqs.endpoint,
    });
    const givingBack = startGivingMemoryBack();
    keep({ stop: async () => givingBack.stop() });
    const resumedCampaigns = await stepFunctions.resume();
    // Nobody waits for it: it reads the whole table.
    const recovering = recoverExecutions(environment, stepFunctions.isKnown).catch(onError);
    keep({ stop: async () => void (await recovering) });
    await state.takeInventory();
    hasStarted = true;
    return { apiUrl, liveUrl, uiUrl: page?.url, notices: state.notices, resumedCampaigns, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
