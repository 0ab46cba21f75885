// One HTTP call of a media client: to an address below the provider's own, with its key in a header, and a time-out.
import * as z from 'zod';
import type { ProviderName } from '../../../contracts/providers.ts';
import { modelFailure } from '../../errors.ts';
import { asFailures } from '../failure-of-status.ts';
import { providerFetch } from '../provider-fetch.ts';

/** How a provider is reached. `headers` carry the key: they go to `baseUrl` and nowhere else. */
export interface Access {
  readonly provider: ProviderName;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly patienceSeconds: number;
}

/** A picture of 4K as base64, or a film of eight seconds in full HD, with room to spare. */
export const largestMediaBytes = 50_000_000;

/** The answer as JSON of the schema. Throws ModelFailure. */
export async function askForJson<Schema extends z.ZodType>(
  access: Access,
  schema: Schema,
  asked: Asked,
): Promise<z.infer<Schema>> {
  const answer = await asFailures(access.provider, async (): Promise<unknown> => (await ask(access, asked)).json());
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw modelFailure(
    `The answer of ${access.provider} does not have the shape that its documentation describes: ${z.prettifyError(parsed.error).slice(0, 300)}`,
    'bad-answer',
    { billing: 'unknown' },
  );
}

/** The answer's bytes, whatever they are, with its headers. Throws ModelFailure. */
export const askForBytes = (access: Access, asked: Asked): Promise<{ bytes: Uint8Array; headers: Headers }> =>
  asFailures(access.provider, async () => {
    const response = await ask(access, asked);
    return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  });

async function ask(
  { provider, baseUrl, headers }: Access,
  { method = 'GET', path, body, headers: more, signal, patienceSeconds }: Asked,
): Promise<Response> {
  const timeout = AbortSignal.timeout(patienceSeconds * 1000);
  return providerFetch(provider, largestMediaBytes)(`${baseUrl}${path}`, {
    method,
    headers: { ...(await headers()), ...(body ? { 'content-type': 'application/json' } : {}), ...more },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
}

/** What a call may take: a picture is made within it, a job is only handed in or asked after, a film is fetched. */
export const patience = { picture: 180, submit: 60, poll: 30, download: 120 } as const;
