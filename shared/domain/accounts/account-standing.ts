// Where an account stands: whether it is still open, and from when on its sessions count. Pure.
import type { Membership } from './membership.ts';

export interface AccountStanding {
  /** Where the person acts, and as what; not known of a closed account. */
  readonly membership?: Membership | undefined;
  /** Its deletion has begun, or is over. */
  readonly closedAt?: string | undefined;
  /** In epoch seconds: access tokens from before this second are of sessions that a new password, or a sign-out everywhere, has ended. */
  readonly sessionsSince?: number | undefined;
  /** Ids of tokens that were given for the right password in that very second, or by a clock that goes a little slow. */
  readonly admittedTokens?: ReadonlySet<string> | undefined;
}

/** What an access token says of its session. */
export interface Session {
  /** In epoch seconds, as Cognito gives it. */
  readonly issuedAt: number;
  readonly tokenId: string;
}

/** Tokens tell seconds only and clocks differ a little: what was given in the second after the end is of before, unless it is admitted by name. */
export const endOfSessions = (now: Date): number => Math.floor(now.getTime() / 1000) + 2;

/** Whether a token needs to be admitted by name, because its second cannot tell it from those that have ended. */
export const isFromBefore = ({ sessionsSince }: AccountStanding, { issuedAt }: Session): boolean =>
  sessionsSince !== undefined && issuedAt < sessionsSince;

/** Whether a session was ended by a new password or a sign-out everywhere. */
export const isSessionOver = (standing: AccountStanding, session: Session): boolean =>
  isFromBefore(standing, session) && !standing.admittedTokens?.has(session.tokenId);
