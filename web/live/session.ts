// Who is signed in. The access token is kept in memory only; the refresh token is a cookie that no script reads.
import { useSyncExternalStore } from 'react';
import type { SessionAnswer } from '../../shared/contracts/routes/auth-routes.ts';

export type Session = Pick<SessionAnswer, 'token' | 'user'> & { readonly renewAt: number };

/** Set while a refresh cookie may exist, so that who never signed in causes no request in vain. */
const markName = 'astromedia.signed-in';
const listeners = new Set<() => void>();
let session: Session | undefined;

export const currentSession = (): Session | undefined => session;

export function openSession({ token, user, expiresInSeconds }: SessionAnswer): void {
  // A minute before its end, so that no request travels with a token that ends on the way.
  session = { token, user, renewAt: Date.now() + Math.max(10, expiresInSeconds - 60) * 1000 };
  localStorage.setItem(markName, 'yes');
  tell();
}

export function closeSession(): void {
  session = undefined;
  localStorage.removeItem(markName);
  tell();
}

export const mayBeSignedIn = (): boolean => localStorage.getItem(markName) !== null;

const tell = () => {
  for (const listener of listeners) listener();
};
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useSession = (): Session | undefined => useSyncExternalStore(listen, currentSession);
