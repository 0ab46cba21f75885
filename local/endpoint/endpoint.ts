// The one door of the embedded services: the AWS JSON protocols, and what some serve as addresses, on one loopback port.
import type { IncomingMessage } from 'node:http';
import { answeringServer, type HttpAnswer, type Listening, listen } from './listen.ts';
import { readBody } from './read-body.ts';
import { parsed, refusalOf, type Service, ServiceError } from './service.ts';

/** What a service serves under an address instead of a name: the management of API Gateway and of its sockets, the keys that verify tokens. */
export interface Resource {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: URLPattern;
  /** AWS answers it without a signature. */
  readonly isPublic?: true;
  readonly answer: (request: ResourceRequest) => Promise<ResourceAnswer>;
}

export interface ResourceRequest {
  /** The named parts of the path. */
  readonly ids: Readonly<Record<string, string | undefined>>;
  readonly query: URLSearchParams;
  readonly content: Buffer;
}

export interface ResourceAnswer {
  readonly status?: number;
  readonly body?: object | undefined;
}

/** A resource that needs a signature. Its path names parts as `:id`. */
export const at = (method: Resource['method'], pathname: string, answer: Resource['answer']): Resource => ({
  method,
  path: new URLPattern({ pathname }),
  answer,
});

export interface EndpointOptions {
  /** 0 or undefined takes any free port. */
  readonly port?: number | undefined;
  readonly services?: readonly Service[];
  readonly resources?: readonly Resource[];
  /** Hears of faults that no caller is told about. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** As large as the frame of a socket may be. */
const largestResourceBytes = 128 * 1024;
const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Listens on 127.0.0.1. Requests need an AWS signature header (it is not verified: whoever reaches the loopback interface is trusted) and a
 * loopback Host. Web pages are shut out: they cannot send these headers without a preflight, and no preflight is answered.
 */
export const startEndpoint = ({ port, services = [], resources = [], onError }: EndpointOptions): Promise<Listening> =>
  listen(
    answeringServer(
      async (request) => inJson(await answer(request, services, resources)),
      (error) => {
        const { status, type, message, details } = refusalOf(error, onError);
        return inJson({ status, body: { __type: type, message, ...details } });
      },
    ),
    port,
  );

const inJson = ({ status, body }: ResourceAnswer): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: body && JSON.stringify(body),
});

async function answer(
  request: IncomingMessage,
  services: readonly Service[],
  resources: readonly Resource[],
): Promise<ResourceAnswer> {
  if (!loopbackHost.test(request.headers.host ?? ''))
    throw new ServiceError('AccessDeniedException', 'Only 127.0.0.1 and localhost are served.', { status: 403 });
  const [target, name = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const service = services.find((known) => known.target === target);
  if (service && request.method === 'POST') return { body: await answerOperation(request, service, name) };
  const url = new URL(request.url ?? '/', 'http://edge');
  for (const { method, path, isPublic, answer: answerResource } of resources) {
    const ids = method === request.method && path.exec({ pathname: url.pathname })?.pathname.groups;
    if (!ids) continue;
    if (!isPublic) checkSigned(request, 403);
    return answerResource({ ids, query: url.searchParams, content: await contentOf(request, largestResourceBytes) });
  }
  throw unknown(`${request.method} ${url.pathname} ${target}`.trim());
}

async function answerOperation(request: IncomingMessage, service: Service, name: string): Promise<object> {
  const { operations, isPublic, maximumBodyBytes } = service;
  if (!isPublic?.(name)) checkSigned(request, 400);
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) throw unknown(name);
  return (await operation(parsed(await contentOf(request, maximumBodyBytes)))) ?? {};
}

const unknown = (what: string) =>
  new ServiceError('UnknownOperationException', `The local platform does not answer ${what}.`);

function checkSigned({ headers }: IncomingMessage, status: number): void {
  if (headers.authorization?.startsWith('AWS4-')) return;
  throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', { status });
}

async function contentOf(request: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const body = await readBody(request, maximumBytes);
  if (body) return body;
  throw new ServiceError('RequestEntityTooLarge', `The body exceeds ${maximumBytes} bytes.`, { status: 413 });
}
