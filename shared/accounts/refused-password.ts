// What Cognito says about a new password, in our words.
import { InvalidParameterException, InvalidPasswordException } from '@aws-sdk/client-cognito-identity-provider';
import { ProblemError } from '../runtime/problem-error.ts';

/** The problem of a new password that was refused, at the field it came in; undefined when the error is about something else. */
export function refusedPassword(error: unknown, pointer: string): ProblemError | undefined {
  if (!(error instanceof InvalidPasswordException) && !isAboutPassword(error)) return undefined;
  return new ProblemError('validation-failed', 'The password is not accepted.', [
    { pointer, detail: 'must not begin or end with a space, and must follow the password policy' },
  ]);
}

/** Cognito refuses a password that begins or ends with a space as a bad parameter, before its policy is asked. */
const isAboutPassword = (error: unknown): boolean =>
  error instanceof InvalidParameterException && /'(password|proposedPassword)'/.test(error.message);
