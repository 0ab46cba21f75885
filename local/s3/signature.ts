import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The one identity this S3 knows. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a signature covers. `target` is the path and query exactly as sent. */
export interface SignedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Why S3 refuses a request: its error code and message; the status is 403. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

interface Signature {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly value: string;
  /** `20261123T101500Z` */
  readonly date: string;
  readonly payloadHash: string;
  /** How long it holds before and after its date. */
  readonly validMilliseconds: { readonly before: number; readonly after: number };
}

const maximumClockSkew = 15 * 60 * 1000;

/**
 * Checks a request's AWS Signature Version 4, in its query (a presigned link) or its Authorization header. Gives why it
 * is refused, or undefined when it holds. The body is not compared with the hash that a header signature covers.
 */
export const refuseSignature = (request: SignedRequest, credentials: Credentials, now: number): Refusal | undefined => {
  const [path = '/', queryText = ''] = request.target.split('?', 2);
  const query = parseQuery(queryText);
  const signature = presignedSignature(query) ?? headerSignature(request.headers);
  if (!signature) return { code: 'AccessDenied', message: 'Access Denied' };

  const signedAt = parseDate(signature.date);
  if (Number.isNaN(signedAt)) return { code: 'AccessDenied', message: 'The signature has no valid date' };
  if (now > signedAt + signature.validMilliseconds.after) {
    return { code: 'AccessDenied', message: 'Request has expired' };
  }
  if (now < signedAt - signature.validMilliseconds.before) {
    return { code: 'RequestTimeTooSkewed', message: 'The request is signed for a later time' };
  }

  const [accessKeyId, ...scope] = signature.credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) {
    return { code: 'InvalidAccessKeyId', message: 'The AWS Access Key Id you provided does not exist in our records.' };
  }
  const expected = sign(canonicalRequest(request, path, query, signature), signature.date, scope, credentials);
  if (sameText(expected, signature.value)) return undefined;
  return {
    code: 'SignatureDoesNotMatch',
    message: 'The request signature we calculated does not match the signature you provided.',
  };
};

type Query = readonly (readonly [name: string, value: string])[];

const parseQuery = (text: string): Query =>
  text === '' ? [] : text.split('&').map((pair) => splitOnce(pair).map(decode) as [string, string]);

const splitOnce = (pair: string): [string, string] => {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const presignedSignature = (query: Query): Signature | undefined => {
  const values = new Map(query);
  const value = values.get('X-Amz-Signature');
  if (value === undefined) return undefined;
  const seconds = Number(values.get('X-Amz-Expires'));
  return {
    value,
    credential: values.get('X-Amz-Credential') ?? '',
    signedHeaders: values.get('X-Amz-SignedHeaders') ?? '',
    date: values.get('X-Amz-Date') ?? '',
    payloadHash: values.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    // AWS allows at most seven days; no or a bad number holds for no time at all.
    validMilliseconds: { before: maximumClockSkew, after: seconds >= 1 && seconds <= 604_800 ? seconds * 1000 : -1 },
  };
};

const headerSignature = (headers: SignedRequest['headers']): Signature | undefined => {
  const fields = /^AWS4-HMAC-SHA256 +Credential=([^, ]+), *SignedHeaders=([^, ]+), *Signature=([0-9a-f]+)$/.exec(
    String(headers.authorization ?? ''),
  );
  if (!fields) return undefined;
  return {
    credential: String(fields[1]),
    signedHeaders: String(fields[2]),
    value: String(fields[3]),
    date: String(headers['x-amz-date'] ?? ''),
    payloadHash: String(headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'),
    validMilliseconds: { before: maximumClockSkew, after: maximumClockSkew },
  };
};

const parseDate = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

const canonicalRequest = (request: SignedRequest, path: string, query: Query, signature: Signature): string => {
  const canonicalQuery = query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const names = signature.signedHeaders.split(';');
  const headers = names.map((name) => `${name}:${headerValue(request.headers[name])}\n`).join('');
  const { signedHeaders, payloadHash } = signature;
  return [request.method, path, canonicalQuery, headers, signedHeaders, payloadHash].join('\n');
};

const headerValue = (value: string | string[] | undefined): string =>
  [value ?? '']
    .flat()
    .map((text) => text.trim().replace(/ +/g, ' '))
    .join(',');

/** Percent-encodes as AWS does: everything but letters, digits, - . _ and ~. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const sign = (request: string, date: string, scope: string[], { secretAccessKey }: Credentials): string => {
  const digest = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), digest].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${secretAccessKey}`);
  return hmac(key, text).toString('hex');
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
