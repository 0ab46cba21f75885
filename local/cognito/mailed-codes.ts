import * as z from 'zod';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';

/** What a code is mailed for. */
export type CodePurpose = 'sign-up' | 'reset';

const hour = 60 * 60 * 1000;
/** How long a code works, as on AWS. */
const lifeMilliseconds: Record<CodePurpose, number> = { 'sign-up': 24 * hour, reset: hour };

/** What is kept with a user beside the code, which is all that the library keeps. */
const mailedCodeSchema = z.object({
  ConfirmationCode: z.string().optional(),
  CodePurpose: z.string().optional(),
  CodeExpiresAt: z.number().optional(),
});

/** The code that an operation mails. */
export const mailedBy: ReadonlyMap<string, CodePurpose> = new Map([
  ['SignUp', 'sign-up'],
  ['ResendConfirmationCode', 'sign-up'],
  ['ForgotPassword', 'reset'],
]);
/** The code that an operation asks for. */
export const askedFor: ReadonlyMap<string, CodePurpose> = new Map([
  ['ConfirmSignUp', 'sign-up'],
  ['ConfirmForgotPassword', 'reset'],
]);

/** A user whose code has just been mailed. */
export const withCodeMailed = <User extends object>(user: User, purpose: CodePurpose, now: number): User => ({
  ...user,
  CodePurpose: purpose,
  CodeExpiresAt: now + lifeMilliseconds[purpose],
});

export const wrongCode = () =>
  new ServiceError('CodeMismatchException', 'Invalid verification code provided, please try again.');
export const expiredCode = () =>
  new ServiceError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

/** Throws ExpiredCodeException when no code for that purpose is out, CodeMismatchException when it is another. */
export const checkMailedCode = (user: object, code: string | undefined, purpose: CodePurpose, now: number): void => {
  const { ConfirmationCode, CodePurpose, CodeExpiresAt = 0 } = mailedCodeSchema.parse(user);
  if (ConfirmationCode === undefined || CodePurpose !== purpose || CodeExpiresAt <= now) throw expiredCode();
  if (ConfirmationCode !== code) throw wrongCode();
};
