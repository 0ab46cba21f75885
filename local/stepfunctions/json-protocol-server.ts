import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A failure the caller is told about in AWS's own words: its type name, a message and an HTTP status. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(type: string, message: string, options: { status?: number; details?: Record<string, unknown> } = {}) {
    super(message);
    this.type = type;
    this.status = options.status ?? 400;
    this.details = options.details ?? {};
  }
}

/** Answers one operation. `operation` is the part of `x-amz-target` after the dot; `input` the parsed JSON body. */
export type AnswerOperation = (operation: string, input: unknown) => Promise<object | undefined>;

/** A service listening on loopback. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** How a service speaks the AWS JSON protocol. */
export interface JsonProtocolOptions {
  /** 0 or undefined takes any free port. */
  port?: number;
  maximumBodyBytes: number;
  answer: AnswerOperation;
  /** Operations that AWS answers without a signature. */
  isPublic?: (operation: string) => boolean;
  /** Documents served by GET, such as signing keys; undefined is 404. */
  document?: (path: string) => object | undefined;
  onError?: ((error: unknown) => void) | undefined;
}

/**
 * Serves the AWS JSON 1.0 and 1.1 protocols on 127.0.0.1. Requests need an AWS signature header (it is not verified:
 * whoever reaches the loopback interface is trusted) and a loopback Host. Web pages are shut out: they cannot send
 * `x-amz-target` without a preflight, and no preflight is answered.
 */
export const startJsonProtocolServer = async (options: JsonProtocolOptions): Promise<RunningServer> => {
  const server = createServer({ keepAliveTimeout: 120_000, noDelay: true }, (request, response) => {
    serve(request, response).catch((error: unknown) => options.onError?.(error));
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      checkHost(request);
      const document = request.method === 'GET' ? options.document?.(request.url ?? '/') : undefined;
      if (document) {
        reply(request, response, 200, document);
        return;
      }
      const operation = checkedOperation(request, options.isPublic);
      const body = await readBody(request, options.maximumBodyBytes);
      reply(request, response, 200, (await options.answer(operation, parseBody(body))) ?? {});
    } catch (error) {
      const known = error instanceof ServiceError ? error : internalError(error);
      reply(request, response, known.status, { __type: known.type, message: known.message, ...known.details });
    }
  };

  const internalError = (error: unknown): ServiceError => {
    options.onError?.(error);
    return new ServiceError('InternalServerError', 'The local platform failed to answer; see its log.', {
      status: 500,
    });
  };

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Refuses a name that some web page may have pointed at this machine. */
export const checkHost = ({ headers }: IncomingMessage): void => {
  if (!loopbackHost.test(headers.host ?? '')) {
    throw new ServiceError('AccessDeniedException', 'Only 127.0.0.1 and localhost are served.', { status: 403 });
  }
};

const checkedOperation = (
  { method, headers }: IncomingMessage,
  isPublic: (operation: string) => boolean = () => false,
): string => {
  const operation = String(headers['x-amz-target'] ?? '').split('.')[1];
  if (method !== 'POST' || !operation) {
    throw new ServiceError('UnknownOperationException', 'Expected a POST with an x-amz-target header.');
  }
  if (!headers.authorization?.startsWith('AWS4-') && !isPublic(operation)) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  return operation;
};

/** The body as text. Throws RequestEntityTooLarge. */
export const readBody = (request: IncomingMessage, maximumBytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maximumBytes) chunks.push(chunk);
    });
    request.once('error', reject);
    request.once('end', () => {
      if (bytes <= maximumBytes) resolve(Buffer.concat(chunks).toString('utf8'));
      else
        reject(new ServiceError('RequestEntityTooLarge', `The body exceeds ${maximumBytes} bytes.`, { status: 413 }));
    });
  });

const parseBody = (body: string): unknown => {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    throw new ServiceError('SerializationException', 'The request body is not JSON.');
  }
};

const reply = (request: IncomingMessage, response: ServerResponse, status: number, body: object): void => {
  const text = JSON.stringify(body);
  const isProtocol = request.headers['content-type']?.startsWith('application/x-amz-json-');
  response.writeHead(status, {
    'content-type': (isProtocol && request.headers['content-type']) || 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(text);
};
