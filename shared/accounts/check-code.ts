// Uses a mailed code. Whatever is wrong with it, or with the e-mail it comes with, is one answer.
import {
  CodeMismatchException,
  ExpiredCodeException,
  InvalidParameterException,
  LimitExceededException,
  NotAuthorizedException,
  TooManyFailedAttemptsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { ProblemError } from '../runtime/problem-error.ts';
import { isOneOf } from './user-pool.ts';

const wrong = [
  CodeMismatchException,
  ExpiredCodeException,
  InvalidParameterException,
  LimitExceededException,
  NotAuthorizedException,
  TooManyFailedAttemptsException,
  UserNotConfirmedException,
  UserNotFoundException,
];

/** Does what the code is for. Throws wrong-code. */
export async function checkCode(use: () => Promise<unknown>): Promise<void> {
  try {
    await use();
  } catch (error) {
    if (isOneOf(error, wrong))
      throw new ProblemError('wrong-code', 'Check the code of the newest mail, or ask for another.');
    throw error;
  }
}
