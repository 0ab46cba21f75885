// The one way in which a request goes to a provider, whatever library makes it: redirects are not followed (they would carry the key to another
// host), an answer has a limit, and whatever is no answer becomes the failure that it stands for.
import { type ProviderName, providerFacts, providers } from '../../contracts/providers.ts';
import { type ModelFailure, modelFailure } from '../errors.ts';
import { failureOfError, failureOfStatus } from './failure-of-status.ts';

/** A text of 100,000 tokens with its wrapping. */
export const largestTextBytes = 4_000_000;
/** Of a failed answer, so much is read. */
const largestErrorBytes = 64_000;

type Fetch = typeof globalThis.fetch;

/**
 * A fetch for requests to one provider. Throws ModelFailure only: for a status that is no success, for an error inside a 200, for HTML, for a
 * redirect, for a broken connection, and, while the body is read, for one that is larger than `maximumBytes`.
 */
export const providerFetch =
  (provider: ProviderName, maximumBytes: number = largestTextBytes): Fetch =>
  async (input, init) => {
    try {
      return await checkedAnswer(provider, await fetch(input, { ...init, redirect: 'manual' }), maximumBytes);
    } catch (error) {
      throw failureOfError(provider, error) ?? error;
    }
  };

/** The answer, if it is one: see providerFetch. */
export async function checkedAnswer(
  provider: ProviderName,
  response: Response,
  maximumBytes: number,
): Promise<Response> {
  if (response.status >= 300 && response.status < 400) throw await redirected(provider, response);
  if (!response.ok)
    throw failureOfStatus(provider, {
      status: response.status,
      body: await beginningOf(response),
      headers: response.headers,
    });
  const type = response.headers.get('content-type') ?? '';
  if (/html/i.test(type)) throw await page(provider, response);
  return /json/i.test(type)
    ? await checkedJson(provider, response, maximumBytes)
    : limited(provider, response, maximumBytes);
}

async function redirected(provider: ProviderName, response: Response): Promise<ModelFailure> {
  await response.body?.cancel();
  const { label, addressSetting } = providerFacts(provider);
  const where = addressSetting ? ` Write the address that answers itself into ${addressSetting}.` : '';
  return modelFailure(
    `${label} sends elsewhere (${response.status}), and a key is not carried along.${where}`,
    'bad-answer',
  );
}

async function page(provider: ProviderName, response: Response): Promise<ModelFailure> {
  await response.body?.cancel();
  const { label, addressSetting } = providerFacts(provider);
  const where = addressSetting ? ` Check ${addressSetting}: it seems to lead to a web site.` : '';
  return modelFailure(`${label} answered with a page of HTML instead of an answer.${where}`, 'bad-answer');
}

/** Read here, because an error may be inside. What reads it next gets it as it came. */
async function checkedJson(provider: ProviderName, response: Response, maximumBytes: number): Promise<Response> {
  const body = await limited(provider, response, maximumBytes).text();
  if (hasError(body)) throw failureOfStatus(provider, { status: 200, body, headers: response.headers });
  return new Response(body, { status: response.status, headers: unpacked(response.headers) });
}

/** What an answer has at its root. A job that failed (`status`, `name`) is an answer too: whoever polls reads its error. */
const partsOfAnswers = ['choices', 'candidates', 'data', 'status', 'name', 'id'];

function hasError(body: string): boolean {
  if (!body.includes('"error"')) return false;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null || !('error' in value) || !value.error) return false;
    return !partsOfAnswers.some((part) => part in value);
  } catch {
    return false;
  }
}

function limited(provider: ProviderName, response: Response, maximumBytes: number): Response {
  const tooLarge = () =>
    modelFailure(
      `${providers[provider].label} answered with more than ${Math.floor(maximumBytes / 1e6)} MB: the answer was cut off and thrown away. Choose another model.`,
      'bad-answer',
      { billing: 'unknown' },
    );
  let bytes = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > maximumBytes) throw tooLarge();
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted ?? null, { status: response.status, headers: unpacked(response.headers) });
}

/** The body is unpacked by now, and may be shorter or longer than was announced. */
function unpacked(headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return kept;
}

async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    while (bytes < largestErrorBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      bytes += value.byteLength;
    }
    await reader.cancel();
  } catch {
    // The status says enough.
  }
  return Buffer.concat(chunks).toString('utf8');
}
