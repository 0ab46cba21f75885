// Fetches what a job has made. The key goes to the provider's own address and never along to another one.
import { ModelFailure, modelFailure } from '../../errors.ts';
import type { ModelUsage } from '../../model.ts';
import { asFailures } from '../failure-of-status.ts';
import { checkedAnswer } from '../provider-fetch.ts';
import { type Access, largestMediaBytes, patience } from './access.ts';
import { pollFailure } from './poll-failure.ts';

interface Finished {
  /** Below the provider's own address, or where its answer says that the file is. */
  readonly place: string;
  /** What the job cost as far as the provider says: it is billed even if its file cannot be taken. */
  readonly usage: ModelUsage;
  /** Other hosts on which the provider keeps files, such as `fal.media`. They are asked without the key. */
  readonly hosts?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** The bytes. Throws ModelUnavailable for what may be there later, ModelRefused for what cannot be taken, such as a file of 50 MB. */
export async function fetchFinished(
  access: Access,
  { place, usage, hosts = [], signal }: Finished,
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(patience.download * 1000);
  const until = signal ? AbortSignal.any([signal, timeout]) : timeout;
  try {
    return await asFailures(access.provider, async () => {
      const response = await open(access, placeOf(access, place, hosts), hosts, until);
      const answer = await checkedAnswer(access.provider, response, largestMediaBytes);
      return new Uint8Array(await answer.arrayBuffer());
    });
  } catch (error) {
    if (error instanceof ModelFailure && error.reason === 'bad-answer')
      throw modelFailure(error.message, 'bad-answer', { billing: usage });
    throw pollFailure(error);
  }
}

/** Follows one redirect to a place that is known, without the key. */
async function open(access: Access, url: URL, hosts: readonly string[], signal: AbortSignal): Promise<Response> {
  const isOwn = url.origin === new URL(access.baseUrl).origin;
  const response = await fetch(url, { headers: isOwn ? await access.headers() : {}, redirect: 'manual', signal });
  const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
  if (!location) return response;
  await response.body?.cancel();
  const next = new URL(location, url);
  if (!isKnown(access, next, hosts)) throw strange(next);
  return fetch(next, { redirect: 'manual', signal });
}

function placeOf(access: Access, place: string, hosts: readonly string[]): URL {
  if (place.startsWith('/')) return new URL(`${access.baseUrl}${place}`);
  const url = new URL(place);
  if (!isKnown(access, url, hosts)) throw strange(url);
  return url;
}

const isKnown = ({ baseUrl }: Access, { origin, protocol, hostname }: URL, hosts: readonly string[]): boolean =>
  origin === new URL(baseUrl).origin ||
  (protocol === 'https:' && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)));

const strange = ({ host }: URL) =>
  modelFailure(`The job is done, but its file is at ${host}, which is no place of this provider.`, 'bad-answer');
