// S3 as far as the application uses it: whole objects and parts of them, lists by prefix, presigned links from any web page. Everything else is refused
// by name. Tags are taken and kept nowhere: on AWS they say which rule deletes an object after its time.
import type { IncomingMessage } from 'node:http';
import { decodeXML, encodeXML } from 'entities';
import { answeringServer, type HttpAnswer, type Listening, listen } from '../endpoint/listen.ts';
import { readBody } from '../endpoint/read-body.ts';
import { refusalOf, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';
import type { Store } from '../state/store.ts';
import { type Objects, openObjects, type StoredObject } from './objects.ts';
import { checkSignature } from './signature.ts';

/** How the embedded S3 runs. */
export interface S3Options {
  /** Where the contents of objects lie. */
  readonly directory: string;
  readonly store: Store;
  readonly bucket: string;
  /** 0 or undefined takes any free port. */
  readonly port?: number;
  /** Whose signatures are accepted: who knows it. */
  readonly secretAccessKey: string;
  /** The time, for the expiry of links (epoch milliseconds). */
  readonly clock?: () => number;
  /** Hears of faults that no caller is told about. */
  readonly onError?: (error: unknown) => void;
}

interface ObjectRequest {
  readonly request: IncomingMessage;
  readonly objects: Objects;
  readonly key: string;
  readonly query: URLSearchParams;
}

/** Bodies are held in memory: videos fit, archives do not. */
const maximumBodyBytes = 512 * 1024 * 1024;
/** What a link's signature protects, any page may use. */
const fromEveryPage = ({ headers, ...answer }: HttpAnswer): HttpAnswer => ({
  ...answer,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Content-Range, Content-Length, Content-Disposition, Accept-Ranges',
    ...headers,
  },
});

/** Starts S3 with its one bucket on 127.0.0.1. The signature of every request is verified. `notices` tell what is damaged. Throws CorruptStateError. */
export async function startS3(options: S3Options): Promise<Listening & Pick<Objects, 'notices'>> {
  const { directory, store, port, onError } = options;
  const objects = await openObjects(directory, store);
  const server = answeringServer(
    async (request) => fromEveryPage(await answer(request, objects, options)),
    (error) => {
      const { status, type, message } = refusalOf(error, onError);
      const refusal = xml(`<Error><Code>${type}</Code><Message>${encodeXML(message)}</Message></Error>`);
      return fromEveryPage({ ...refusal, status });
    },
  );
  return { ...(await listen(server, port)), notices: objects.notices };
}

async function answer(
  request: IncomingMessage,
  objects: Objects,
  { bucket, secretAccessKey, clock = Date.now }: S3Options,
): Promise<HttpAnswer> {
  const { method = '', headers, url = '/' } = request;
  if (method === 'OPTIONS') return preflight(headers['access-control-request-headers']);
  const [path = '/', queryText = ''] = url.split('?', 2);
  const query = new URLSearchParams(queryText.replaceAll('+', '%2B'));
  checkSignature({ method, path, query, headers }, secretAccessKey, clock());
  const [, named, ...rest] = decodeURIComponent(path).split('/');
  if (named !== bucket) throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
  const key = rest.join('/');
  const operation = Object.entries(operations).find(
    ([, { matches }]) => matches === `${method} ${key ? 'object' : 'bucket'}${subResource(query)}`,
  )?.[1];
  if (operation) return operation.answer({ request, objects, key, query });
  const what = [...query.keys()].filter((name) => !/^x-(amz-|id$)/i.test(name)).join(' ');
  throw notImplemented(`answer ${method} ${what}`.trim());
}

const notImplemented = (what: string) =>
  new ServiceError('NotImplemented', `The local platform does not ${what}`, { status: 501 });

/** Parameters that name another operation, or change what it does; the others are read by the operation itself. */
const subResource = (query: URLSearchParams): string =>
  [...query.keys()]
    .filter((name) => !/^(x-amz-.*|x-id|response-content-.*|prefix|max-keys|continuation-token)$/i.test(name))
    .map((name) => ` ${name}`)
    .join('');

const operations: Readonly<
  Record<
    OperationName<'client-s3'>,
    { matches: string; answer: (request: ObjectRequest) => HttpAnswer | Promise<HttpAnswer> }
  >
> = {
  HeadBucket: { matches: 'HEAD bucket', answer: () => ({}) },
  ListObjectsV2: { matches: 'GET bucket list-type', answer: listObjects },
  DeleteObjects: { matches: 'POST bucket delete', answer: deleteObjects },
  PutObject: { matches: 'PUT object', answer: putObject },
  GetObject: { matches: 'GET object', answer: getObject },
  DeleteObject: {
    matches: 'DELETE object',
    answer({ objects, key }) {
      objects.delete(key);
      return { status: 204 };
    },
  },
};

async function putObject({ request, objects, key }: ObjectRequest): Promise<HttpAnswer> {
  if (request.headers['x-amz-copy-source'] || request.headers['if-none-match'] || request.headers['if-match'])
    throw notImplemented('write copies, or under a condition.');
  const content = await readBody(request, maximumBodyBytes);
  if (!content) throw new ServiceError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  const { etag } = await objects.put(key, content, request.headers['content-type'] ?? 'application/octet-stream');
  return { headers: { etag } };
}

async function getObject({ request, objects, key, query }: ObjectRequest): Promise<HttpAnswer> {
  const object = objects.find(key);
  if (!object) throw new ServiceError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
  const { etag, contentLength, contentType, lastModified } = object;
  const range = rangeOf(request.headers.range, object);
  const { first, last } = range ?? { first: 0, last: contentLength - 1 };
  return {
    status: range ? 206 : 200,
    headers: {
      etag,
      'last-modified': new Date(lastModified).toUTCString(),
      'accept-ranges': 'bytes',
      'content-type': overridden(query, 'type') ?? contentType,
      ...disposition(overridden(query, 'disposition')),
      ...(range ? { 'content-range': `bytes ${first}-${last}/${contentLength}` } : {}),
    },
    body: await objects.read(object, first, last),
  };
}

/** The bytes that are asked for, as players do; undefined without such a range, and then all are given. */
function rangeOf(range = '', { contentLength }: StoredObject): { first: number; last: number } | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (from === undefined) return undefined;
  const last = Math.min(Number(to || contentLength), contentLength - 1);
  if (Number(from) <= last) return { first: Number(from), last };
  throw new ServiceError('InvalidRange', 'The requested range is not satisfiable', { status: 416 });
}

/** A header that a link overrides, as Node can send it (UTF-8 bytes, no line breaks). */
const overridden = (query: URLSearchParams, what: 'type' | 'disposition'): string | undefined => {
  const value = query.get(`response-content-${what}`)?.replaceAll(/[\r\n\0]/g, ' ');
  return value && Buffer.from(value, 'utf8').toString('latin1');
};
const disposition = (value: string | undefined) => (value ? { 'content-disposition': value } : {});

function listObjects({ objects, query }: ObjectRequest): HttpAnswer {
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString('utf8');
  const found = objects.list(query.get('prefix') ?? '', after);
  const page = found.slice(0, Math.min(1000, Number(query.get('max-keys') ?? 1000)));
  const isTruncated = page.length < found.length;
  const next = Buffer.from(page.at(-1)?.[0] ?? '').toString('base64');
  const contents = page.map(
    ([key, { contentLength, etag, lastModified }]) =>
      `<Contents><Key>${encodeXML(key)}</Key><Size>${contentLength}</Size><ETag>${encodeXML(etag)}</ETag>` +
      `<LastModified>${lastModified}</LastModified></Contents>`,
  );
  return xml(
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${isTruncated}</IsTruncated>` +
      `${isTruncated ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`,
  );
}

async function deleteObjects({ request, objects }: ObjectRequest): Promise<HttpAnswer> {
  const text = (await readBody(request, 1024 * 1024))?.toString('utf8') ?? '';
  for (const [, key = ''] of text.matchAll(/<Key>([^<]*)<\/Key>/g)) objects.delete(decodeXML(key));
  return xml('<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>');
}

const preflight = (requestedHeaders = '*'): HttpAnswer => ({
  status: 204,
  headers: {
    'access-control-allow-methods': 'GET, PUT, HEAD',
    'access-control-allow-headers': requestedHeaders,
    'access-control-max-age': '3000',
  },
});

const xml = (body: string) => ({
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});
