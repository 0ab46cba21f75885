// The embedded platform: AWS's services on loopback, the project's functions in front of them, one process, state in one directory.
import { join } from 'node:path';
import { createTokenVerifier } from '../functions/live/token-verifier.ts';
import type { DemoAccount } from '../shared/contracts/demo-account.ts';
import type { ProviderSettings } from '../shared/contracts/provider-settings.ts';
import { providersIn } from '../shared/contracts/providers.ts';
import { webhookAttempts, webhookVisibilitySeconds } from '../shared/contracts/webhook-retries.ts';
import { startGateway } from './api-gateway/gateway.ts';
import { keyManagement } from './api-gateway/key-management.ts';
import { keysOf } from './api-gateway/keys.ts';
import { createLiveApi } from './api-gateway/live-api.ts';
import { openUsageMeter } from './api-gateway/usage-meter.ts';
import { watchMetricLog } from './cloudwatch/metric-log.ts';
import { createPrometheus } from './cloudwatch/prometheus.ts';
import { openCognito } from './cognito/cognito.ts';
import { startDynamoDbThread } from './dynamodb/dynamodb-thread.ts';
import { startEndpoint } from './endpoint/endpoint.ts';
import { startEventSource } from './lambda/event-source.ts';
import { createLambdaRuntime, type HandlerModules } from './lambda/lambda-runtime.ts';
import { startSchedules } from './lambda/schedules.ts';
import { createMailbox } from './mailbox.ts';
import {
  bucket,
  credentials,
  modelSettingsSecret,
  platformEnvironment,
  stateMachineName,
  tableName,
} from './platform-environment.ts';
import { startReleasingMemory } from './release-memory.ts';
import { startS3 } from './s3/s3.ts';
import { openSecrets } from './secretsmanager/secrets.ts';
import { openQueue } from './sqs/queue.ts';
import { sqsService } from './sqs/sqs.ts';
import { openParameterStore } from './ssm/parameter-store.ts';
import { portsOf } from './state/ports.ts';
import { openStateDirectory } from './state/state-directory.ts';
import { openStore } from './state/store.ts';
import { readCampaignDefinition } from './stepfunctions/definition.ts';
import { openStepFunctions } from './stepfunctions/stepfunctions.ts';
import { servePage } from './web/serve-page.ts';

export interface PlatformOptions {
  readonly directory: string;
  /** Port of the API and the socket; without one the directory's own is used, chosen at its first start. */
  readonly port?: number | undefined;
  /** Port of the web page; without one there is none. */
  readonly pagePort?: number | undefined;
  /** A registration counts only once the code has come back that was mailed, here into `<directory>/mail`. */
  readonly requireEmailConfirmation?: boolean;
  /** The model providers that are asked; none without them, and then the offline studio does the work. */
  readonly modelSettings?: ProviderSettings;
  /** Functions that stand in for the project's, such as simulated agents in a benchmark. */
  readonly functions?: HandlerModules;
  /** Hears of every state that a campaign's execution enters: what AWS bills. */
  readonly onTransition?: (executionName: string) => void;
  readonly onError?: (error: unknown) => void;
}

export type RunningPlatform = Awaited<ReturnType<typeof startPlatform>>;

/** How long a stop waits for running functions. Longer ones are cut off and repeated at the next start. */
const drainMilliseconds = 1000;

/**
 * Starts everything and lets interrupted campaigns go on. Rejects with StateDirectoryInUseError, DamagedStateError or CorruptStateError when the
 * directory cannot be used. Sets the SDK's endpoint variables of this process, so one process runs one platform.
 */
export async function startPlatform({
  directory,
  port,
  pagePort,
  requireEmailConfirmation = false,
  modelSettings = {},
  functions = {},
  onTransition,
  onError = () => {},
}: PlatformOptions) {
  const state = await openStateDirectory(directory);
  const opened: { stop(): Promise<void> }[] = [];
  const keep = <Service extends { stop(): Promise<void> }>(service: Service): Service => {
    opened.unshift(service);
    return service;
  };
  let hasStarted = false;
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    for (const service of opened) await service.stop();
    if (hasStarted) await state.seal();
    await state.release();
  };
  const stop = () => {
    stopping ??= stopAll();
    return stopping;
  };
  try {
    const at = (name: string) => join(state.path, name);
    const models = providersIn(modelSettings);
    const store = openStore(at('state.db'));
    keep({ stop: async () => store.close() });
    const choosePort = portsOf(store);
    const gatewayPort = port || (await choosePort('gateway'));
    const edgePort = await choosePort('edge'); // stable: the issuer of tokens names it
    const s3Port = await choosePort('s3'); // stable: links name it
    const dynamoDbPort = await choosePort('dynamodb');
    const apiUrl = `http://127.0.0.1:${gatewayPort}`;
    const liveUrl = `ws://127.0.0.1:${gatewayPort}/live`;
    const endpointUrl = `http://127.0.0.1:${edgePort}`;
    const dynamoDbUrl = `http://127.0.0.1:${dynamoDbPort}`;
    // It has a thread of its own: the rest is opened, and functions are loaded, while it starts.
    const database = startDynamoDbThread({ directory: at('dynamodb'), tableName, port: dynamoDbPort, onError });
    database.catch(() => {}); // told where it is waited for
    keep({ stop: async () => (await database.catch(() => undefined))?.stop() });
    const mailbox = createMailbox(at('mail'));
    const runtime = await createLambdaRuntime(functions);
    const { secretAccessKey } = credentials;
    const s3 = keep(await startS3({ directory: at('s3'), store, bucket, port: s3Port, secretAccessKey, onError }));
    const origin = () => endpointUrl;
    const cognito = await openCognito({ store, origin, requireEmailConfirmation, onCode: mailbox.deliver });
    const { pool, isNew } = cognito;
    const keys = keysOf(store);
    const liveApi = createLiveApi(runtime, onError);
    const queue = openQueue(store, { visibilitySeconds: webhookVisibilitySeconds, maximumReceives: webhookAttempts });
    const stepFunctions = openStepFunctions({
      store,
      stateMachineName,
      definition: await readCampaignDefinition(),
      invokeFunction: runtime.invoke,
      onTransition,
      onError,
    });
    keep(
      await startEndpoint({
        port: edgePort,
        services: [
          stepFunctions,
          cognito,
          sqsService(queue),
          openParameterStore(store),
          openSecrets({ [modelSettingsSecret]: JSON.stringify(modelSettings) }),
        ],
        resources: [cognito.keys, ...keyManagement(keys), ...liveApi.management],
        onError,
      }),
    );
    // Stopped before the services that functions use, and after the state machine that calls functions.
    keep({ stop: () => runtime.drain(drainMilliseconds) });
    keep(stepFunctions);
    const environment = platformEnvironment({
      ...{ endpointUrl, dynamoDbUrl, pool, requireEmailConfirmation },
      s3Url: s3.endpoint,
      stateMachineArn: stepFunctions.stateMachineArn,
    });
    Object.assign(process.env, environment);
    await Promise.all([runtime.load(), database]);
    keep(startEventSource({ queue, invoke: (event) => runtime.invoke('deliver-webhook', event), onError }));
    keep(startSchedules({ invoke: (name) => runtime.invoke(name, {}), onError }));
    const metrics = createPrometheus();
    const stopWatching = watchMetricLog(process.stdout, metrics.record);
    keep({ stop: async () => stopWatching() });
    keep(
      await startGateway({
        port: gatewayPort,
        pagePort,
        runtime,
        liveApi,
        verifyToken: createTokenVerifier(environment),
        keys,
        usageMeter: openUsageMeter(store),
        metrics,
        onError,
      }),
    );
    let demo: DemoAccount | undefined;
    const page = pagePort
      ? keep(await servePage({ port: pagePort, apiPort: gatewayPort, demo: () => demo }))
      : undefined;
    const addresses = { apiUrl, liveUrl, ...(page ? { uiUrl: page.endpoint } : {}) };
    const services = { dynamoDbUrl, s3Url: s3.endpoint, servicesUrl: endpointUrl };
    await state.publish({ ...addresses, ...services, mail: mailbox.directory, models });
    const givingBack = startReleasingMemory();
    keep({ stop: async () => givingBack.stop() });
    const resumedCampaigns = stepFunctions.resume();
    await state.started();
    hasStarted = true;
    return {
      apiUrl,
      liveUrl,
      uiUrl: page?.endpoint,
      /** The model providers that are asked, or the offline studio. */
      models,
      /** What was damaged in the directory and begins anew, a sentence each. */
      notices: [...state.notices, ...s3.notices],
      /** Campaigns that were running when the platform last ended and go on now. */
      resumedCampaigns,
      /** Nobody was registered when it started. */
      isNew,
      /** Lets the sign-in page offer an account that is there. */
      offerDemo(account: DemoAccount): void {
        demo = account;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
