import {
  AdminConfirmSignUpCommand,
  AdminUpdateUserAttributesCommand,
  CodeDeliveryFailureException,
  CodeMismatchException,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  ExpiredCodeException,
  InitiateAuthCommand,
  InternalErrorException,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordResetRequiredException,
  ResendConfirmationCodeCommand,
  type RevokeTokenCommand,
  SignUpCommand,
  TooManyFailedAttemptsException,
  UnsupportedTokenTypeException,
  UserNotConfirmedException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '../runtime/logger.ts';
import { createUserDirectory } from './user-directory.ts';

const fault = (message = 'no') => ({ message, $metadata: {} });
const outage = new InternalErrorException(fault('Cognito is down'));

const appClient = {
  id: 'client',
  secret: async () => 'secret',
  proofFor: async (username: string) => ({ ClientId: 'client', SecretHash: `proof for ${username}` }),
};

/** A directory whose Cognito answers with the given function. */
const directoryThat = (send: (command: object) => Promise<unknown>, requiresConfirmation = false) =>
  createUserDirectory({
    client: Object.assign(new CognitoIdentityProviderClient({}), { send }),
    userPoolId: 'pool',
    appClient,
    requiresConfirmation,
  });
const refusing = (error: Error, requiresConfirmation = false) =>
  directoryThat(() => Promise.reject(error), requiresConfirmation);
const tokensFor = (sub: string, more: object = {}) => {
  const payload = Buffer.from(
    JSON.stringify({ sub, username: `user-${sub}`, iat: 1_795_000_000, jti: `token-of-${sub}` }),
  ).toString('base64url');
  return { AuthenticationResult: { AccessToken: `h.${payload}.s`, ExpiresIn: 3600, ...more } };
};
const nameInToken = Buffer.from('user-abc').toString('base64url');
const person = { email: 'a@example.com', password: 'password123' };

let warned: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warned = vi.spyOn(logger, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

describe('signing up', () => {
  it.each([
    [new UsernameExistsException(fault()), 'already-registered'],
    [new InvalidPasswordException(fault()), 'validation-failed'],
    [
      new InvalidParameterException(fault("1 validation error detected: Value at 'password' failed")),
      'validation-failed',
    ],
  ])('%s becomes %s', async (error, code) => {
    await expect(refusing(error).registrations.signUp({ ...person, password: ' password ' })).rejects.toMatchObject({
      code,
    });
  });

  it('hides no other fault', async () => {
    const error = new InvalidParameterException(fault('USER_PASSWORD_AUTH flow not enabled for this client'));
    await expect(refusing(error).registrations.signUp(person)).rejects.toBe(error);
    await expect(refusing(outage, true).registrations.signUp(person)).rejects.toBe(outage);
  });

  it('verifies the address before it confirms, so that a crash in between is seen at the sign-in', async () => {
    const sent: string[] = [];
    await directoryThat(async (command) => sent.push(command.constructor.name)).registrations.signUp(person);
    expect(sent).toEqual([SignUpCommand.name, AdminUpdateUserAttributesCommand.name, AdminConfirmSignUpCommand.name]);
  });

  it('asks Cognito the same of every e-mail where a code is asked for, and tells it neither password nor name', async () => {
    const askedOf = async (error?: Error) => {
      const sent: object[] = [];
      const directory = directoryThat(async (command) => {
        sent.push(command);
        if (error && command instanceof SignUpCommand) throw error;
      }, true);
      await directory.registrations.signUp({ ...person, name: 'Ada' });
      expect(JSON.stringify(sent)).not.toMatch(/password123|Ada/);
      return sent.map((command) => command.constructor.name);
    };
    expect(await askedOf()).toEqual([ResendConfirmationCodeCommand.name, SignUpCommand.name]);
    expect(await askedOf(new UsernameExistsException(fault()))).toEqual(await askedOf());
  });

  it('sets password and name once the code is right, and neither for a wrong one', async () => {
    const sent: object[] = [];
    const directory = directoryThat(async (command) => {
      if (command instanceof ConfirmSignUpCommand && command.input.ConfirmationCode !== '123456')
        throw new CodeMismatchException(fault());
      sent.push((command as ConfirmSignUpCommand).input);
    }, true);
    await expect(directory.registrations.confirm({ ...person, name: 'Ada' }, '654321')).rejects.toMatchObject({
      code: 'wrong-code',
    });
    expect(sent).toEqual([]);

    await directory.registrations.confirm({ ...person, name: 'Ada' }, '123456');

    expect(sent).toMatchObject([
      { ConfirmationCode: '123456' },
      { Username: person.email, Password: person.password, Permanent: true },
      { UserAttributes: [{ Name: 'name', Value: 'Ada' }] },
    ]);
  });

  it.each([new UsernameExistsException(fault()), new CodeDeliveryFailureException(fault())])(
    'says nothing of %s where a code is asked for, but logs it without the e-mail',
    async (error) => {
      const directory = directoryThat(async (command) => {
        if (command instanceof SignUpCommand) throw error;
      }, true);
      await expect(directory.registrations.signUp(person)).resolves.toBeUndefined();
      expect(JSON.stringify(warned.mock.calls)).toContain(error.name);
      expect(JSON.stringify(warned.mock.calls)).not.toContain(person.email);
    },
  );
});

describe('signing in', () => {
  it.each([
    new NotAuthorizedException(fault()),
    new UserNotFoundException(fault()),
    new PasswordResetRequiredException(fault()),
  ])('answers %s as wrong credentials', async (error) => {
    await expect(refusing(error).sessions.signIn(person.email, person.password)).rejects.toMatchObject({
      code: 'wrong-credentials',
      message: 'Check the e-mail and the password.',
    });
  });

  it('asks for the confirmation where a code is asked for', async () => {
    const directory = refusing(new UserNotConfirmedException(fault()), true);
    await expect(directory.sessions.signIn(person.email, person.password)).rejects.toMatchObject({
      code: 'not-confirmed',
    });
  });

  it('admits what a crash left unconfirmed, and does so once when two sign in together', async () => {
    let isConfirmed = false;
    const directory = directoryThat(async (command) => {
      if (command instanceof InitiateAuthCommand && !isConfirmed) throw new UserNotConfirmedException(fault());
      if (command instanceof InitiateAuthCommand) return tokensFor('abc');
      if (command instanceof AdminConfirmSignUpCommand) {
        isConfirmed = true; // by somebody else
        throw new NotAuthorizedException(fault('User cannot be confirmed. Current status is CONFIRMED'));
      }
      return {};
    });
    expect(await directory.sessions.signIn(person.email, person.password)).toMatchObject({ userId: 'abc' });
  });

  it('reads the user from the token', async () => {
    const directory = directoryThat(async () => tokensFor('abc', { RefreshToken: 'refresh' }));
    expect(await directory.sessions.signIn(person.email, person.password)).toEqual({
      token: tokensFor('abc').AuthenticationResult.AccessToken,
      expiresInSeconds: 3600,
      userId: 'abc',
      issuedAt: 1_795_000_000,
      tokenId: 'token-of-abc',
      refreshToken: `${nameInToken}.refresh`,
    });
  });

  it('fails loudly when Cognito asks for a challenge instead of giving tokens', async () => {
    const directory = directoryThat(async () => ({ ChallengeName: 'NEW_PASSWORD_REQUIRED' }));
    await expect(directory.sessions.signIn(person.email, person.password)).rejects.toThrow();
  });
});

describe('a refresh token', () => {
  it.each([new NotAuthorizedException(fault('Refresh Token has been revoked')), new UserNotFoundException(fault())])(
    'that meets %s is a session that is over',
    async (error) => {
      await expect(refusing(error).sessions.refresh('token')).rejects.toMatchObject({ code: 'unauthenticated' });
    },
  );

  it('goes on with a proof for the user whose it is, and is revoked with the secret', async () => {
    const sent: object[] = [];
    const directory = directoryThat(async (command) => {
      sent.push((command as InitiateAuthCommand | RevokeTokenCommand).input);
      return tokensFor('abc');
    });
    expect(await directory.sessions.refresh(`${nameInToken}.a.b.c`)).toMatchObject({ refreshToken: undefined });
    await directory.sessions.revoke(`${nameInToken}.a.b.c`);
    expect(sent).toMatchObject([
      { AuthParameters: { REFRESH_TOKEN: 'a.b.c', SECRET_HASH: 'proof for user-abc' } },
      { Token: 'a.b.c', ClientSecret: 'secret' },
    ]);
  });

  it('is as good as revoked when Cognito does not take it, but an outage is told', async () => {
    for (const error of [new UnsupportedTokenTypeException(fault()), new NotAuthorizedException(fault())])
      await expect(refusing(error).sessions.revoke('token')).resolves.toBeUndefined();
    await expect(refusing(outage).sessions.revoke('token')).rejects.toBe(outage);
  });
});

describe('a mailed code', () => {
  const silent = [
    new UserNotFoundException(fault()),
    new InvalidParameterException(fault('User is already confirmed.')),
    new NotAuthorizedException(fault('User is disabled.')),
    new LimitExceededException(fault()),
    new CodeDeliveryFailureException(fault()),
  ];

  it.each(silent)('that is not mailed because of %s is answered like one that was', async (error) => {
    await expect(refusing(error).passwords.sendCode(person.email)).resolves.toBeUndefined();
    await expect(refusing(error).registrations.resendCode(person.email)).resolves.toBeUndefined();
    expect(JSON.stringify(warned.mock.calls)).not.toContain(person.email);
  });

  it.each([
    new CodeMismatchException(fault()),
    new ExpiredCodeException(fault()),
    new UserNotFoundException(fault()),
    new NotAuthorizedException(fault('User cannot be confirmed. Current status is CONFIRMED')),
    new TooManyFailedAttemptsException(fault()),
  ])('that meets %s is a wrong code', async (error) => {
    const wrong = { code: 'wrong-code', message: 'Check the code of the newest mail, or ask for another.' };
    await expect(refusing(error).registrations.confirm(person, '1')).rejects.toMatchObject(wrong);
    await expect(refusing(error).passwords.reset(person.email, '1', person.password)).rejects.toMatchObject(wrong);
  });

  it('hides no outage', async () => {
    await expect(refusing(outage).passwords.sendCode(person.email)).rejects.toBe(outage);
    await expect(refusing(outage).registrations.confirm(person, '1')).rejects.toBe(outage);
  });

  it('may come with a password that is not accepted', async () => {
    const error = new InvalidParameterException(fault("Value at 'password' failed to satisfy constraint"));
    await expect(refusing(error).passwords.reset(person.email, '1', ' password ')).rejects.toMatchObject({
      code: 'validation-failed',
      fieldErrors: [{ pointer: '#/password' }],
    });
  });
});

describe('changing a password', () => {
  it.each([
    [new NotAuthorizedException(fault('Incorrect username or password.')), 'wrong-credentials'],
    [new InvalidParameterException(fault("Value at 'previousPassword' failed")), 'wrong-credentials'],
    [new NotAuthorizedException(fault('Access Token has been revoked')), 'unauthenticated'],
    [new InvalidParameterException(fault("Value at 'proposedPassword' failed")), 'validation-failed'],
  ])('answers %s as %s', async (error, code) => {
    await expect(refusing(error).passwords.change('token', 'old', 'new')).rejects.toMatchObject({ code });
  });

  it('hides no outage', async () => {
    await expect(refusing(outage).passwords.change('token', 'old', 'new')).rejects.toBe(outage);
  });
});
