// The codes that prove an e-mail address: what each is for, and how long it works.
import { randomInt } from 'node:crypto';
import { ServiceError } from '../edge/service.ts';
import { type Account, attributeOf } from './accounts.ts';

/** What a code is mailed for. */
export type CodePurpose = 'sign-up' | 'reset';

/** A message that Cognito would have sent. */
export interface SentCode {
  /** What made Cognito send it. */
  readonly reason: 'SignUp' | 'ResendCode' | 'ForgotPassword';
  readonly destination: string;
  readonly code: string;
}

const hour = 60 * 60 * 1000;
/** How long a code works, as on AWS. */
const lifeMilliseconds: Record<CodePurpose, number> = { 'sign-up': 24 * hour, reset: hour };

/** Gives the account a new code, in place of any before, and the message that tells it. */
export function renewCode(account: Account, purpose: CodePurpose, reason: SentCode['reason']): SentCode {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  account.ConfirmationCode = code;
  account.CodePurpose = purpose;
  account.CodeExpiresAt = Date.now() + lifeMilliseconds[purpose];
  return { reason, destination: attributeOf(account, 'email') ?? '', code };
}

export const wrongCode = () =>
  new ServiceError('CodeMismatchException', 'Invalid verification code provided, please try again.');
export const expiredCode = () =>
  new ServiceError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

/** Uses a code up. Throws ExpiredCodeException when none for that purpose is out, CodeMismatchException when it is another. */
export function takeCode(account: Account, code: string, purpose: CodePurpose): void {
  const { ConfirmationCode, CodePurpose, CodeExpiresAt = 0 } = account;
  if (ConfirmationCode === undefined || CodePurpose !== purpose || CodeExpiresAt <= Date.now()) throw expiredCode();
  if (ConfirmationCode !== code) throw wrongCode();
  account.ConfirmationCode = undefined;
}
