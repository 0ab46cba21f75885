import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { readJsonFile } from '../local/state/read-json-file.ts';
import { writeFileAtomically } from '../local/state/write-file-atomically.ts';
import { type ApiClient, createApiClient } from '../shared/client/api-client.ts';
import { ApiProblem } from '../shared/client/api-errors.ts';
import { ConfirmationRequired, openedSession } from '../shared/client/opened-session.ts';
import type { RouteOutput } from '../shared/contracts/routes.ts';
import { CommandFailed } from './command-errors.ts';

const credentialsSchema = z.object({ email: z.email(), password: z.string().min(8) });
type Credentials = z.infer<typeof credentialsSchema>;

/** The signed-in user of this machine. */
export interface Session {
  readonly client: ApiClient;
  readonly token: () => string;
  end(): void;
}

/**
 * Signs in as the user whose password lies in the state directory; registers one the first time, and again when the
 * platform's users were reset. The token is renewed before it expires.
 */
export const openSession = async (apiUrl: string, directory: string): Promise<Session> => {
  let token = '';
  const client = createApiClient({ baseUrl: apiUrl, token: () => token });
  const file = join(resolve(directory), 'cli-user.json');
  const known = await readJsonFile(file, credentialsSchema);
  const credentials = known ?? (await newCredentials(file));
  const { session, as } = known ? await signIn(client, known, file) : await register(client, credentials, file);

  let refreshToken: string | undefined;
  let timer: NodeJS.Timeout;
  const keep = ({ token: fresh, expiresInSeconds, refreshToken: given }: RouteOutput<'login'>) => {
    token = fresh;
    refreshToken = given ?? refreshToken;
    timer = setTimeout(renew, Math.min(expiresInSeconds * 750, 2 ** 31 - 1));
    timer.unref();
  };
  const goOn = () => client.call('refreshSession', { body: { refreshToken } });
  const signInAgain = () => client.call('login', { body: { ...as, refreshTokenIn: 'body' } });
  const renew = () => {
    (refreshToken === undefined ? signInAgain() : goOn().catch(signInAgain)).then(keep, () => {
      timer = setTimeout(renew, 10_000);
      timer.unref();
    });
  };
  keep(session);
  return { client, token: () => token, end: () => clearTimeout(timer) };
};

interface SignedIn {
  readonly session: RouteOutput<'login'>;
  readonly as: Credentials;
}

const signIn = async (client: ApiClient, credentials: Credentials, file: string): Promise<SignedIn> => {
  try {
    return {
      session: await client.call('login', { body: { ...credentials, refreshTokenIn: 'body' } }),
      as: credentials,
    };
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'wrong-credentials') return register(client, credentials, file);
    throw error;
  }
};

const register = async (client: ApiClient, credentials: Credentials, file: string): Promise<SignedIn> => {
  try {
    const answer = await client.call('register', { body: { ...credentials, refreshTokenIn: 'body' } });
    return { session: openedSession(answer), as: credentials };
  } catch (error) {
    if (error instanceof ConfirmationRequired) throw new CommandFailed(`${error.message} ${howToGoOn}`);
    if (!(error instanceof ApiProblem && error.code === 'already-registered')) throw error;
    // The address is known with another password: take a new address.
    return register(client, await newCredentials(file), file);
  }
};

const howToGoOn =
  'Its code lies in the mail directory of the state: confirm it with POST /api/v1/auth/confirm and the password of cli-user.json, or use another --directory.';

/** Written before they are used: a crash in between must not lose the only way in. */
const newCredentials = async (file: string): Promise<Credentials> => {
  const credentials = {
    email: `cli-${randomBytes(6).toString('hex')}@astromedia.example`,
    password: randomBytes(24).toString('base64url'),
  };
  await writeFileAtomically(file, `${JSON.stringify(credentials)}\n`);
  return credentials;
};
