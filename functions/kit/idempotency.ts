// Makes a creating POST safe to repeat: with an Idempotency-Key the first answer is kept for a day and given again. It is kept
// enciphered under the client's own key, of which only a fingerprint is stored: who reads the table reads no answer, not even that
// of a route which shows a secret once.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IdempotencyName, IdempotencyRecords } from '../../shared/data/idempotency.ts';
import type { NamedRequest } from '../../shared/runtime/ids.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { GatewayResponse } from './gateway-response.ts';

const headerName = 'idempotency-key';
/** Visible ASCII: what travels in a header unharmed. */
const acceptable = /^[\x21-\x7e]{1,255}$/;

/** Does the work once per key. Throws idempotency-mismatch for a key that belongs to another request, request-in-progress while it is worked on. */
export async function doOnce(
  records: IdempotencyRecords,
  request: GatewayRequest,
  { userId, operation }: Omit<IdempotencyName, 'keyHash'>,
  work: (named?: NamedRequest) => Promise<GatewayResponse>,
): Promise<GatewayResponse> {
  const key = request.headers[headerName];
  if (key === undefined) return work();
  if (!acceptable.test(key))
    throw new ProblemError(
      'invalid-request',
      'Idempotency-Key takes 1 to 255 visible ASCII characters, such as a UUID.',
    );
  const name = { userId, operation, keyHash: sha256(key) };
  const { isOurs, isRepetition, record } = await records.claim(name, fingerprintOf(request));
  if (!isOurs) return repeated(record, request, key, name);
  const named = {
    name: [userId, operation, name.keyHash].join(' '),
    firstTriedAt: new Date(record.firstTriedAt),
    isRepetition,
  };
  const answer = await work(named).catch(async (error: unknown) => {
    // What was refused has left nothing behind, and the key is free; what failed may have been half done, and goes on under its name.
    await (isRefusal(error) ? records.release(name) : records.unlock(name)).catch(logUnkept);
    throw error;
  });
  // What is done is done: an answer that cannot be kept is given all the same, and its work is not given up to be done again.
  await records.complete(name, enciphered(answer, key, name)).catch(logUnkept);
  return answer;
}

const isRefusal = (error: unknown): boolean => error instanceof ProblemError && error.status < 500;

const logUnkept = (error: unknown): void =>
  logger.error(
    'What became of an idempotent request could not be stored',
    error instanceof Error ? error : String(error),
  );

function repeated(
  earlier: { readonly fingerprint: string; readonly answer?: string | undefined },
  request: GatewayRequest,
  key: string,
  name: IdempotencyName,
): GatewayResponse {
  if (earlier.fingerprint !== fingerprintOf(request))
    throw new ProblemError('idempotency-mismatch', 'Use a new Idempotency-Key for another request.');
  if (earlier.answer === undefined)
    throw new ProblemError('request-in-progress', 'Ask again in a moment for its answer.', [], 2);
  const answer = deciphered(earlier.answer, key, name);
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const fingerprintOf = ({ method, path, body, isBase64Encoded }: GatewayRequest) =>
  sha256(JSON.stringify([method, path, isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')]));

const secretOf = (key: string, { userId, operation }: IdempotencyName) =>
  Buffer.from(hkdfSync('sha256', key, userId, operation, 32));

function enciphered(answer: GatewayResponse, key: string, name: IdempotencyName): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key, name), nonce);
  const text = Buffer.concat([cipher.update(gzipSync(JSON.stringify(answer))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

function deciphered(stored: string, key: string, name: IdempotencyName): GatewayResponse {
  const bytes = Buffer.from(stored, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secretOf(key, name), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  // What we enciphered ourselves: the tag says that nobody has touched it.
  return JSON.parse(
    gunzipSync(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])).toString('utf8'),
  );
}
