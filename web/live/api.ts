// The API for whoever is signed in: a token that ends is renewed once, for all calls that wait for it, and the call is made again.
import type { ApiClient } from '../../shared/client/api-client.ts';
import { ApiUnreachable, isUnauthenticated } from '../../shared/client/api-errors.ts';
import { type ApiClientOptions, callRoute } from '../../shared/client/call-route.ts';
import { approvalsRoutes } from '../../shared/contracts/routes/approvals-routes.ts';
import { authRoutes } from '../../shared/contracts/routes/auth-routes.ts';
import { campaignChangesRoutes } from '../../shared/contracts/routes/campaign-changes-routes.ts';
import { campaignRecordsRoutes } from '../../shared/contracts/routes/campaign-records-routes.ts';
import { campaignsRoutes } from '../../shared/contracts/routes/campaigns-routes.ts';
import type { Route } from '../../shared/contracts/routes/route.ts';
import { noteAnswer, noteSilence } from './reachability.ts';
import { closeSession, currentSession, endSession, mayBeSignedIn, openSession } from './session.ts';
import { settings } from './settings.ts';

/** What the first pages ask for. The whole table, with the shapes of all that agents make, comes with the first call that needs it. */
const firstRoutes: Readonly<Record<string, Route>> = {
  ...authRoutes,
  ...campaignsRoutes,
  ...campaignChangesRoutes,
  ...campaignRecordsRoutes,
  ...approvalsRoutes,
};

/** Loads the rest of the table; a page that will need it asks before it knows what for. */
export const loadAllRoutes = () => import('./all-routes.ts');

const options = (): ApiClientOptions => ({ baseUrl: settings().apiUrl, token: () => currentSession()?.token });

const plain: ApiClient = {
  call: async (operation, ...[input]) => {
    const route = firstRoutes[operation] ?? (await loadAllRoutes()).routes[operation];
    // A route's schema makes its answer; the table pairs the two by name, which TypeScript cannot follow.
    return (await heard(callRoute(options(), route, input ?? {}))) as never;
  },
};

/** Notes whether the server answered, be it with a refusal. */
async function heard<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await call;
    noteAnswer();
    return answer;
  } catch (error) {
    if (error instanceof ApiUnreachable) noteSilence();
    else noteAnswer();
    throw error;
  }
}

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
    openSession(await plain.call('refreshSession'));
    return true;
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
    if (currentSession()) endSession();
    else closeSession();
    return false;
  }
}

/** At the start: goes on with the session that the cookie keeps, if any. */
export const resumeSession = async (): Promise<void> => {
  if (mayBeSignedIn()) await renewSession();
};

export const api: ApiClient = {
  call: async (operation, ...input) => {
    const session = currentSession();
    if (session && Date.now() > session.renewAt) await renewSession();
    try {
      return await plain.call(operation, ...input);
    } catch (error) {
      if (!session || !isUnauthenticated(error) || !(await renewSession())) throw error;
      return plain.call(operation, ...input);
    }
  },
};

/** Ends the session here, and at the server as soon as it can be reached. */
export async function signOut(): Promise<void> {
  await api.call('logout').catch(() => undefined);
  closeSession();
}
