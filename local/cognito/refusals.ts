import { CognitoError, UnsupportedError } from 'cognito-local/lib/errors.js';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';

export const notAuthorized = (message = 'Incorrect username or password.') =>
  new ServiceError('NotAuthorizedException', message);

/** The library's error under the name AWS gives it. What is not the caller's mistake stays what it is. */
export const translated = (operation: string, error: unknown): unknown => {
  if (error instanceof UnsupportedError) return new ServiceError('UnknownOperationException', error.message);
  if (!(error instanceof CognitoError)) return error;
  const isSignIn = operation.endsWith('InitiateAuth') || operation === 'ChangePassword';
  const hides = ['InvalidPasswordException', 'UserNotFoundException', 'NotAuthorizedException'];
  if (isSignIn && hides.includes(error.code)) return notAuthorized();
  return new ServiceError(error.code, error.message);
};
