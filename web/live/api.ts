// The API for whoever is signed in: a token that ends is renewed once, for all calls that wait for it, and the call is made again.
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import { ApiProblem, ApiUnreachable, UnexpectedAnswer } from '../../shared/client/api-errors.ts';
import { closeSession, currentSession, mayBeSignedIn, openSession } from './session.ts';
import { settings } from './settings.ts';

export { ApiProblem, ApiUnreachable, UnexpectedAnswer };

let made: ApiClient | undefined;
const plain = (): ApiClient => {
  made ??= createApiClient({ baseUrl: settings().apiUrl, token: () => currentSession()?.token });
  return made;
};

let renewal: Promise<boolean> | undefined;

/** Renews the session by the cookie; false when there is none to renew. Throws when the server cannot be reached. */
export function renewSession(): Promise<boolean> {
  renewal ??= renew().finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renew(): Promise<boolean> {
  try {
    openSession(await plain().call('refreshSession'));
    return true;
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
    closeSession();
    return false;
  }
}

/** At the start: goes on with the session that the cookie keeps, if any. */
export const resumeSession = async (): Promise<void> => {
  if (mayBeSignedIn()) await renewSession();
};

/** The gateway's own 401 is no problem of ours but says the same. */
const isUnauthenticated = (error: unknown): boolean =>
  (error instanceof ApiProblem && error.code === 'unauthenticated') ||
  (error instanceof UnexpectedAnswer && error.status === 401);

export const api: ApiClient = {
  call: async (operation, ...input) => {
    const session = currentSession();
    if (session && Date.now() > session.renewAt) await renewSession();
    try {
      return await plain().call(operation, ...input);
    } catch (error) {
      if (!session || !isUnauthenticated(error) || !(await renewSession())) throw error;
      return plain().call(operation, ...input);
    }
  },
};

/** Ends the session here, and at the server as soon as it can be reached. */
export async function signOut(): Promise<void> {
  await api.call('logout').catch(() => undefined);
  closeSession();
}
