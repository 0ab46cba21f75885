import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { getCanonicalHeaders, getCanonicalQuery } from '@smithy/signature-v4';
import { isSameSecret } from '../endpoint/is-same-secret.ts';
import { ServiceError } from '../endpoint/service.ts';

/** What a signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Exactly as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

interface Signature {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly value: string;
  /** `20261123T101500Z` */
  readonly date: string;
  readonly payloadHash: string;
  /** How long it holds after its date. */
  readonly validMilliseconds: number;
}

const maximumClockSkew = 15 * 60 * 1000;

/**
 * Checks a request's AWS Signature Version 4, in its query (a presigned link) or its Authorization header. Throws ServiceError when it does not
 * hold. The body is not compared with the hash that a header signature covers.
 */
export function checkSignature(request: SignedRequest, secretAccessKey: string, now: number): void {
  const signature = presignedSignature(request.query) ?? headerSignature(request.headers);
  if (!signature) throw refused('AccessDenied', 'Access Denied');
  const { date, value, validMilliseconds } = signature;
  const signedAt = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  // A date that is none is neither.
  if (!(now <= signedAt + validMilliseconds && now >= signedAt - maximumClockSkew))
    throw refused('AccessDenied', 'Request has expired');
  const [, ...scope] = signature.credential.split('/');
  const digest = createHash('sha256').update(canonicalRequest(request, signature)).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  if (isSameSecret(value, hmac(key, text).toString('hex'))) return;
  throw refused('SignatureDoesNotMatch', 'The signature is not that of this request under this key.');
}

const refused = (code: string, message: string) => new ServiceError(code, message, { status: 403 });

function presignedSignature(query: URLSearchParams): Signature | undefined {
  const field = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (!field('Signature')) return undefined;
  const seconds = Number(field('Expires'));
  return {
    value: field('Signature'),
    credential: field('Credential'),
    signedHeaders: field('SignedHeaders'),
    date: field('Date'),
    payloadHash: field('Content-Sha256') || 'UNSIGNED-PAYLOAD',
    // AWS allows at most seven days; no or a bad number holds for no time at all.
    validMilliseconds: seconds >= 1 && seconds <= 604_800 ? seconds * 1000 : -1,
  };
}

function headerSignature({ authorization = '', ...headers }: IncomingHttpHeaders): Signature | undefined {
  const fields = /^AWS4-HMAC-SHA256 +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]+)$/.exec(
    authorization,
  );
  const [, credential = '', signedHeaders = '', value = ''] = fields ?? [];
  if (!fields) return undefined;
  return {
    credential,
    signedHeaders,
    value,
    date: String(headers['x-amz-date'] ?? ''),
    payloadHash: String(headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'),
    validMilliseconds: maximumClockSkew,
  };
}

function canonicalRequest(
  { method, path, query, headers }: SignedRequest,
  { signedHeaders, payloadHash }: Signature,
): string {
  const names = signedHeaders.split(';');
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')]));
  const canonical = getCanonicalHeaders(
    { method, path, hostname: '', protocol: '', query: {}, headers: signed },
    new Set(),
    new Set(names),
  );
  const values = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
  return [
    method,
    path,
    getCanonicalQuery({ query: values } as never),
    ...names.map((name) => `${name}:${canonical[name]}`),
    '',
    signedHeaders,
    payloadHash,
  ].join('\n');
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
