// The codes that prove an e-mail address: what each is for, and how long it works.
import { randomInt } from 'node:crypto';
import { ServiceError } from '../endpoint/service.ts';
import type { Account } from './accounts.ts';

type Code = NonNullable<Account['Code']>;

/** A message that Cognito would have sent. */
export interface SentCode {
  /** What made Cognito send it. */
  readonly reason: 'SignUp' | 'ResendCode' | 'ForgotPassword';
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

export const wrongCode = () =>
  new ServiceError('CodeMismatchException', 'Invalid verification code provided, please try again.');
export const expiredCode = () =>
  new ServiceError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

/** Throws ExpiredCodeException when no code for that purpose is out, CodeMismatchException when it is another. */
export function checkCode({ Code }: Account, text: string, purpose: Code['purpose']): void {
  if (Code?.purpose !== purpose || Code.expiresAt <= Date.now()) throw expiredCode();
  if (Code.text !== text) throw wrongCode();
}
