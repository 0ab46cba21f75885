// What a provider's refusal or a broken connection means: why, whether it may be asked again or another one, and what it bills. One table for
// all providers and all kinds of work.
import { type ProviderName, providerFacts, providers } from '../../contracts/providers.ts';
import { type Billing, type FailureReason, ModelFailure, modelFailure } from '../errors.ts';
import { type ErrorFacts, errorFacts } from './error-facts.ts';
import { hideSecrets } from './hide-secrets.ts';

type Reason = Exclude<FailureReason, 'busy'>;

/** An answer that is none, as it came: at least its first kilobytes. */
export interface FailedAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Pick<Headers, 'get'>;
  /** The provider had begun to answer before it failed: it said 200, or text had come. */
  readonly hasBegun?: boolean;
}

/** The failure that a status or an error inside a 200 stands for. `body`: the error as JSON, or anything else that came. */
export function failureOfStatus(
  provider: ProviderName,
  { status, body, headers, hasBegun = false }: FailedAnswer,
  now = new Date(),
): ModelFailure {
  const facts = errorFacts(body, headers, now);
  const said = status === 200 ? (facts.code ?? 502) : status;
  const reason = reasonOf(said, facts);
  const { message } = facts;
  return modelFailure(
    `${sentences[reason](provider, said)}${message ? ` It says: ${hideSecrets(message)}` : ''}`,
    reason,
    {
      billing: billingOf(said, facts, hasBegun || status === 200),
      retryAfterSeconds: facts.retryAfterSeconds,
      requestId: facts.requestId,
    },
  );
}

function reasonOf(status: number, { message = '', type = '', isModerated }: ErrorFacts): Reason {
  const words = `${type} ${message}`;
  if (isModerated || /content_(filter|policy)|\bmoderation\b/i.test(words)) return 'filtered';
  if (/insufficient_quota|billing_hard_limit/i.test(words)) return 'no-credit';
  if (/API_KEY_INVALID|api key not valid/i.test(words)) return 'unauthorized';
  if (
    status === 400 &&
    /not a valid model|model.{0,80}(not found|not exist|no longer|retired|end of its life)/i.test(words)
  )
    return 'model-gone';
  // OpenRouter says so when its makers of the model cannot do what the request demands, or keep what they are sent.
  if (status === 404 && /parameters|data policy|privacy/i.test(message)) return 'unsupported';
  return byStatus[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'unsupported' : 'bad-answer');
}

const byStatus: Readonly<Record<number, Reason>> = {
  401: 'unauthorized',
  402: 'no-credit',
  403: 'unauthorized',
  404: 'model-gone',
  408: 'timed-out',
  409: 'unavailable',
  410: 'model-gone',
  425: 'unavailable',
  429: 'rate-limited',
  451: 'filtered',
  504: 'timed-out',
  524: 'timed-out',
};

/** Refused before it began: nothing is billed. Whoever gave up in the middle may have worked, and then the worst case counts. */
function billingOf(status: number, { usage }: ErrorFacts, hasBegun: boolean): Billing {
  if (usage) return usage;
  if (status === 408 || status === 504 || status === 524) return 'unknown';
  const mayHaveWorked = status >= 500 && status !== 503 && status !== 529;
  return hasBegun && mayHaveWorked ? 'unknown' : 'none';
}

const label = (provider: ProviderName): string => providers[provider].label;
const keySetting = (provider: ProviderName): string => {
  const { keySetting, setting } = providerFacts(provider);
  return keySetting ?? setting ?? 'its settings';
};

const sentences: Readonly<Record<Reason, (provider: ProviderName, status: number) => string>> = {
  'rate-limited': (provider) => `${label(provider)} takes no more requests for now (429).`,
  unavailable: (provider, status) => `${label(provider)} cannot answer now (${status}).`,
  'timed-out': (provider, status) => `${label(provider)} gave up before it had an answer (${status}).`,
  unauthorized: (provider, status) =>
    `${label(provider)} does not accept the key for this (${status}). Check ${keySetting(provider)}.`,
  'no-credit': (provider, status) =>
    `${label(provider)} has no credit left for this key (${status}). Top it up, or raise the key’s own limit.`,
  'model-gone': (provider, status) =>
    `${label(provider)} has no such model any more (${status}). Choose another: npm run models.`,
  'bad-answer': (provider, status) => `${label(provider)} answered with something that is no answer (${status}).`,
  filtered: (provider, status) =>
    `${label(provider)} will not do this: its filter refused (${status}). Word the brief differently, or choose another model.`,
  unsupported: (provider, status) => `${label(provider)} does not take the request in this form (${status}).`,
  'bad-request': (provider, status) => `${label(provider)} refused the request (${status}).`,
};

/** Never connected, so nothing was sent. */
const neverReached =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS.*|ERR_SSL.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;
const cutOff = /^(ECONNRESET|EPIPE|ETIMEDOUT|UND_ERR_.*|ERR_STREAM_PREMATURE_CLOSE)$/;

/** The failure behind an error thrown on the way to a provider or back; undefined for one that is a fault of our own. */
export function failureOfError(provider: ProviderName, error: unknown): ModelFailure | undefined {
  const chain = [...causesOf(error)];
  const known = chain.find((cause) => cause instanceof ModelFailure);
  if (known) return known;
  if (chain.some(({ name }) => name === 'TimeoutError' || name === 'AbortError'))
    return modelFailure(`${label(provider)} did not answer in time.`, 'timed-out', { billing: 'unknown' });
  const code = chain.map(codeOf).find((name) => name !== undefined && (neverReached.test(name) || cutOff.test(name)));
  if (code !== undefined && neverReached.test(code))
    return modelFailure(`${label(provider)} cannot be reached (${code}). Check ${addressOf(provider)}.`, 'unavailable');
  if (code !== undefined || chain.some(({ message }) => message === 'terminated' || message === 'other side closed'))
    return modelFailure(`The connection to ${label(provider)} broke off in the middle.`, 'unavailable', {
      billing: 'unknown',
    });
  // Node refuses some addresses by itself, such as those of ports that belong to other protocols.
  if (chain.some(({ message }) => /^(bad port|unknown scheme|invalid method)$/i.test(message)))
    return modelFailure(`${label(provider)} cannot be reached. Check ${addressOf(provider)}.`, 'unavailable');
  if (chain.some(({ name }) => unreadable.test(name)))
    return modelFailure(`${label(provider)} answered with something that cannot be read.`, 'bad-answer', {
      billing: 'unknown',
    });
  return undefined;
}

const unreadable =
  /^(SyntaxError|AI_(JSONParseError|TypeValidationError|InvalidResponseDataError|EmptyResponseBodyError|NoContentGeneratedError))$/;

const addressOf = (provider: ProviderName): string => {
  const { addressSetting } = providerFacts(provider);
  return addressSetting ? `the network and ${addressSetting}` : 'the network';
};

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined;

function* causesOf(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at); at = at.cause) {
    seen.add(at);
    yield at;
  }
}

/** Does it, and throws what fails as the failure that it stands for. */
export async function asFailures<Answer>(provider: ProviderName, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw failureOfError(provider, error) ?? error;
  }
}
