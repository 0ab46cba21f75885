// The management API of API Gateway (REST, JSON) as far as the application uses it: keys, and the usage plans they are in.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';
import { partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import { checkHost, type RunningServer, readBody, ServiceError } from '../stepfunctions/json-protocol-server.ts';
import { type GatewayKey, type KeyStore, planIdOf } from './key-store.ts';

const largestBodyBytes = 64 * 1024;
/** The SDK writes these; unknown fields are ones that the application does not use, and are refused rather than ignored. */
const createKeySchema = z.strictObject({
  name: z.string().min(1).max(1024),
  value: z.string().min(20).max(128),
  enabled: z.boolean().default(false),
  tags: z.record(z.string(), z.string()).default({}),
});
const planKeySchema = z.strictObject({ keyId: z.string(), keyType: z.literal('API_KEY') });

interface Answer {
  readonly status: number;
  readonly body?: object;
}
type Operation = (store: KeyStore, ids: Record<string, string>, url: URL, body: unknown) => Promise<Answer>;

const operations: readonly { method: string; path: URLPattern; answer: Operation }[] = [
  { method: 'POST', path: at('/apikeys'), answer: createKey },
  { method: 'GET', path: at('/apikeys'), answer: listKeys },
  { method: 'DELETE', path: at('/apikeys/:keyId'), answer: deleteKey },
  { method: 'GET', path: at('/usageplans'), answer: listPlans },
  { method: 'POST', path: at('/usageplans/:planId/keys'), answer: addToPlan },
];

/** Listens on 127.0.0.1. Requests need a signature header (not verified: who reaches the loopback interface is trusted) and a loopback Host. */
export async function startApiGatewayService(
  store: KeyStore,
  onError: (error: unknown) => void,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(store, request).then(
      ({ status, body }) => reply(response, status, body),
      (error: unknown) => {
        if (!(error instanceof ServiceError)) onError(error);
        const known =
          error instanceof ServiceError
            ? error
            : new ServiceError('InternalFailure', 'The local platform failed to answer; see its log.', { status: 500 });
        reply(response, known.status, { message: known.message }, known.type);
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(store: KeyStore, request: IncomingMessage): Promise<Answer> {
  checkHost(request);
  if (!request.headers.authorization?.startsWith('AWS4-'))
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', { status: 403 });
  const url = new URL(request.url ?? '/', 'http://apigateway');
  for (const { method, path, answer: operation } of operations) {
    const ids = method === request.method && path.exec({ pathname: url.pathname })?.pathname.groups;
    if (ids) return operation(store, definedOnly(ids), url, parsed(await readBody(request, largestBodyBytes)));
  }
  throw new ServiceError('NotFoundException', `The local platform does not answer ${request.method} ${url.pathname}.`, {
    status: 404,
  });
}

async function createKey(store: KeyStore, _ids: Record<string, string>, _url: URL, body: unknown): Promise<Answer> {
  const key = checked(createKeySchema, body);
  if (store.byValue(key.value)) throw new ServiceError('ConflictException', 'API Key already exists', { status: 409 });
  return { status: 201, body: described(await store.add(key)) };
}

async function listKeys(store: KeyStore, _ids: Record<string, string>, url: URL): Promise<Answer> {
  const name = url.searchParams.get('name') ?? '';
  return {
    status: 200,
    body: {
      item: store
        .all()
        .filter((key) => key.name.startsWith(name))
        .map(described),
    },
  };
}

async function deleteKey(store: KeyStore, { keyId = '' }: Record<string, string>): Promise<Answer> {
  await store.remove(existing(store, keyId).id);
  return { status: 202 };
}

async function listPlans(): Promise<Answer> {
  const item = partnerTierNames.map((tier) => {
    const { requestsPerSecond, burst, requestsPerMonth } = partnerTiers[tier];
    return {
      id: planIdOf(tier),
      name: tier,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      quota: { limit: requestsPerMonth, period: 'MONTH' },
    };
  });
  return { status: 200, body: { item } };
}

async function addToPlan(store: KeyStore, ids: Record<string, string>, _url: URL, body: unknown): Promise<Answer> {
  const { keyId } = checked(planKeySchema, body);
  const planId = ids['planId'] ?? '';
  if (!partnerTierNames.some((tier) => planIdOf(tier) === planId))
    throw new ServiceError('NotFoundException', 'Invalid Usage Plan ID specified', { status: 404 });
  const key = existing(store, keyId);
  // All plans are of the one API and stage there is, and there a key may be in one plan only.
  if (key.planIds.length > 0)
    throw new ServiceError('ConflictException', 'The key is in a usage plan of this stage already', { status: 409 });
  await store.addToPlan(key, planId);
  return { status: 201, body: { id: key.id, type: 'API_KEY', value: key.value, name: key.name } };
}

function existing(store: KeyStore, keyId: string): GatewayKey {
  const key = store.byId(keyId);
  if (!key) throw new ServiceError('NotFoundException', 'Invalid API Key identifier specified', { status: 404 });
  return key;
}

/** Values are not listed: the application never asks for them. */
const described = ({ id, name, enabled, createdAt, tags }: GatewayKey) => ({
  id,
  name,
  tags,
  enabled,
  createdDate: Date.parse(createdAt) / 1000,
  stageKeys: [],
});

function at(pathname: string): URLPattern {
  return new URLPattern({ pathname });
}

const definedOnly = (groups: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) => (value === undefined ? [] : [[name, decodeURIComponent(value)]])),
  );

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    throw new ServiceError('BadRequestException', 'The request body is not JSON.');
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw new ServiceError('BadRequestException', z.prettifyError(result.error));
}

function reply(response: ServerResponse, status: number, body: object | undefined, errorType?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-amzn-requestid': randomUUID(),
    ...(errorType ? { 'x-amzn-errortype': errorType } : {}),
  });
  response.end(body && JSON.stringify(body));
}
