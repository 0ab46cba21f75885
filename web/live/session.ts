// Who is signed in. The access token is kept in memory only; the refresh token is a cookie that no script reads.

import { useSyncExternalStore } from 'react';
import type { SessionAnswer } from '../../shared/contracts/routes/auth-routes.ts';
import { retryNow } from '../retry/retry-signal.ts';
import { createListeners } from './listeners.ts';

export type Session = Pick<SessionAnswer, 'token' | 'user'> & {
  readonly renewAt: number;
  /** The server renews it no more. Whose it was is still known, and the page keeps what they typed until they have signed in again. */
  readonly hasEnded?: boolean;
};

/** Set while a refresh cookie may exist, so that who never signed in causes no request in vain. */
const markName = 'astromedia.signed-in';
const { listen, tell } = createListeners();
let session: Session | undefined;

export const currentSession = (): Session | undefined => session;

export function openSession({ token, user, expiresInSeconds }: SessionAnswer): void {
  const hadEnded = session?.hasEnded;
  // A minute before its end, so that no request travels with a token that ends on the way.
  session = { token, user, renewAt: Date.now() + Math.max(10, expiresInSeconds - 60) * 1000 };
  localStorage.setItem(markName, 'yes');
  tell();
  if (hadEnded) retryNow();
}

/** The server knows the session no more, but the person still sits there. */
export function endSession(): void {
  if (!session || session.hasEnded) return;
  session = { ...session, hasEnded: true };
  localStorage.removeItem(markName);
  tell();
}

/** The person leaves: nothing of theirs stays on the page. */
export function closeSession(): void {
  session = undefined;
  localStorage.removeItem(markName);
  tell();
}

export const mayBeSignedIn = (): boolean => localStorage.getItem(markName) !== null;
export const useSession = (): Session | undefined => useSyncExternalStore(listen, currentSession);
