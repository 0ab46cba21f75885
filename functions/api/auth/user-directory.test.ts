import {
  CognitoIdentityProviderClient,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  UserNotConfirmedException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { createUserDirectory } from './user-directory.ts';

const fault = (message = 'no') => ({ message, $metadata: {} });
/** A directory whose Cognito answers every request the same way. */
const directoryThat = (send: () => Promise<unknown>) =>
  createUserDirectory(Object.assign(new CognitoIdentityProviderClient({}), { send }), 'pool', 'client');

describe('signing up', () => {
  it.each([
    [new UsernameExistsException(fault()), 'already-registered'],
    [new InvalidPasswordException(fault()), 'validation-failed'],
    [
      new InvalidParameterException(fault("1 validation error detected: Value at 'password' failed")),
      'validation-failed',
    ],
  ])('%s becomes %s', async (error, code) => {
    const directory = directoryThat(() => Promise.reject(error));
    await expect(directory.signUp('person@example.com', ' password ')).rejects.toMatchObject({ code });
  });

  it('hides no other fault', async () => {
    const error = new InvalidParameterException(fault('USER_PASSWORD_AUTH flow not enabled for this client'));
    await expect(directoryThat(() => Promise.reject(error)).signUp('a@example.com', 'password123')).rejects.toBe(error);
  });
});

describe('signing in', () => {
  it.each([
    new NotAuthorizedException(fault()),
    new UserNotFoundException(fault()),
    new UserNotConfirmedException(fault()),
  ])('answers %s as wrong credentials', async (error) => {
    await expect(
      directoryThat(() => Promise.reject(error)).signIn('a@example.com', 'password123'),
    ).rejects.toMatchObject({
      code: 'wrong-credentials',
      message: 'Check the e-mail and the password.',
    });
  });

  it('reads the user from the token', async () => {
    const payload = Buffer.from(JSON.stringify({ sub: 'abc' })).toString('base64url');
    const directory = directoryThat(async () => ({
      AuthenticationResult: { AccessToken: `h.${payload}.s`, ExpiresIn: 3600 },
    }));
    expect(await directory.signIn('a@example.com', 'password123')).toEqual({
      token: `h.${payload}.s`,
      expiresInSeconds: 3600,
      userId: 'abc',
    });
  });

  it('fails loudly when Cognito asks for a challenge instead of giving tokens', async () => {
    const directory = directoryThat(async () => ({ ChallengeName: 'NEW_PASSWORD_REQUIRED' }));
    await expect(directory.signIn('a@example.com', 'password123')).rejects.toThrow();
  });
});
