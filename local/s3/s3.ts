import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { AtomicFilePersistence } from './atomic-file-persistence.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { createApplication, type ObjectStore } from './fauxqs-engine.ts';
import { OrderedObjectStore } from './ordered-object-store.ts';
import { bucketAndKey, responseOverrides, violatedRule } from './request-rules.ts';
import { type Credentials, refuseSignature } from './signature.ts';

/** How the embedded S3 runs. */
export interface S3Options {
  /** Where buckets and objects lie; undefined keeps them until `stop`. */
  directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  port?: number;
  /** Web origins that may use presigned links; default `['*']`, because a link's signature is what protects it. */
  allowedOrigins?: readonly string[];
  /** The identity whose signatures are accepted. */
  credentials: Credentials;
  /** The time, for the expiry of links (epoch milliseconds). */
  clock?: () => number;
}

/** The embedded S3, listening. */
export interface RunningS3 {
  readonly endpoint: string;
  stop(): Promise<void>;
}

type Application = ReturnType<typeof createApplication>;

/** Bodies are held in memory: videos fit, archives do not. */
const maximumBodyBytes = 512 * 1024 * 1024;

/**
 * Starts S3 on fauxqs; fauxqs-engine.ts tells what it lacks and where that is closed. Listens on 127.0.0.1 only and
 * verifies the signature of every request. Throws CorruptStateError when the directory cannot be understood.
 */
export const startS3 = async (options: S3Options): Promise<RunningS3> => {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'astromedia-s3-')));
  const { store, persistence } = openStore(directory);
  const application = createApplication(store);
  application.removeContentTypeParser('*');
  application.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maximumBodyBytes }, (_request, body, done) =>
    done(null, body),
  );
  guard(application, store, options);
  await application.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const address = application.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      await application.close();
      persistence.close();
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
};

const openStore = (directory: string) => {
  try {
    const store = new OrderedObjectStore();
    const persistence = new AtomicFilePersistence(directory);
    persistence.deleteAllMultipartUploads();
    persistence.loadS3(store);
    store.persistence = persistence;
    return { store, persistence };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CorruptStateError(directory, `a bucket or object description cannot be read (${detail})`, { cause });
  }
};

const guard = (application: Application, store: ObjectStore, options: S3Options): void => {
  const { credentials, allowedOrigins = ['*'], clock = Date.now } = options;

  application.addHook('onRequest', async (request, reply) => {
    const cors = corsHeaders(request.headers.origin, allowedOrigins);
    if (cors) reply.headers(cors);
    if (request.method === 'OPTIONS') {
      if (!cors) return refuse(reply, 403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
      const requested = request.headers['access-control-request-headers'];
      return reply.headers(preflightHeaders(requested)).code(204).send();
    }
    const { method, headers, originalUrl } = request;
    const refusal = refuseSignature({ method, target: originalUrl, headers }, credentials, clock());
    if (refusal) return refuse(reply, 403, refusal.code, refusal.message);
    const violation = violatedRule({ method, url: request.url, headers });
    if (violation) return refuse(reply, violation.status, violation.code, violation.message);
    return undefined;
  });

  // After the body has arrived: nothing comes between this look and the library's write, so of two only one succeeds.
  application.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'PUT' || request.headers['if-none-match'] !== '*') return undefined;
    const { bucket, key } = bucketAndKey(request.url);
    if (!exists(store, bucket, key)) return undefined;
    return refuse(reply, 412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  });

  application.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return payload;
    if (reply.statusCode === 200 || reply.statusCode === 206) {
      reply.header('accept-ranges', 'bytes');
      for (const [name, value] of responseOverrides(request.url)) reply.header(name, value);
    }
    return payload;
  });
};

const exists = (store: ObjectStore, bucket: string, key: string): boolean => {
  try {
    store.headObject(bucket, key);
    return true;
  } catch {
    return false;
  }
};

interface Reply {
  code(status: number): this;
  type(contentType: string): this;
  send(body: string): this;
}

const refuse = <Answer extends Reply>(reply: Answer, status: number, code: string, message: string): Answer =>
  reply
    .code(status)
    .type('application/xml')
    .send(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
    );

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
