// The codes that prove an e-mail address: what each is for, and how long it works.
import { randomInt } from 'node:crypto';
import { ServiceError } from '../endpoint/service.ts';
import type { Account } from './accounts.ts';

type Code = NonNullable<Account['Code']>;

/** A message that Cognito would have sent. */
export interface SentCode {
  readonly purpose: Code['purpose'];
  readonly destination: string;
  readonly code: string;
}

const hour = 60 * 60 * 1000;
/** How long a code works, as on AWS. */
const lifeMilliseconds = { 'sign-up': 24 * hour, reset: hour };

/** A new code, in place of any before. */
export const newCode = (purpose: Code['purpose']): Code => ({
  text: String(randomInt(1_000_000)).padStart(6, '0'),
  purpose,
  expiresAt: Date.now() + lifeMilliseconds[purpose],
});

/** The account that proves itself by a code. Throws ExpiredCodeException when none for that purpose is out, CodeMismatchException when it is another. */
export function provenBy(text: string, account: Account | undefined, purpose: Code['purpose']): Account {
  if (account?.Code?.purpose !== purpose || account.Code.expiresAt <= Date.now())
    throw new ServiceError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
  if (account.Code.text === text) return account;
  throw new ServiceError('CodeMismatchException', 'Invalid verification code provided, please try again.');
}
