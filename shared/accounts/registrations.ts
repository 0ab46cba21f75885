// How an account begins.
import { randomBytes } from 'node:crypto';
import {
  AdminConfirmSignUpCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  CodeDeliveryFailureException,
  ConfirmSignUpCommand,
  NotAuthorizedException,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { logger } from '../runtime/logger.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { checkCode } from './check-code.ts';
import { mailCode } from './mail-code.ts';
import { refusedPassword } from './refused-password.ts';
import type { Pool } from './user-pool.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name?: string | undefined;
}

export function createRegistrations(pool: Pool) {
  const { client, userPoolId, appClient, requiresConfirmation } = pool;
  const register = async ({ email, password, name }: Registration) =>
    client.send(
      new SignUpCommand({
        ...(await appClient.proofFor(email)),
        Username: email,
        Password: password,
        UserAttributes: [{ Name: 'email', Value: email }, ...nameAttribute(name)],
      }),
    );
  const resendCode = (email: string): Promise<void> =>
    mailCode(async () => {
      const proof = await appClient.proofFor(email);
      await client.send(new ResendConfirmationCodeCommand({ ...proof, Username: email }));
    });

  return {
    requiresConfirmation,

    /**
     * Creates an account. Where e-mails must be confirmed, whoever registers a foreign e-mail must gain nothing: the account gets a password
     * that nobody knows, and the code sets the real one. Cognito is asked the same of every e-mail, and one that waits for its
     * confirmation is mailed again. Elsewhere the account can sign in at once, and an e-mail that has one is already-registered.
     * Throws validation-failed for a password that is not accepted.
     */
    async signUp(registration: Registration): Promise<void> {
      const { email } = registration;
      if (requiresConfirmation) await resendCode(email);
      try {
        await register(requiresConfirmation ? { email, password: unknownPassword() } : registration);
      } catch (error) {
        if (!requiresConfirmation && error instanceof UsernameExistsException)
          throw new ProblemError('already-registered', 'Sign in instead, or use another e-mail.');
        if (!(error instanceof UsernameExistsException) && !(error instanceof CodeDeliveryFailureException))
          throw refusedPassword(error, '#/password') ?? error;
        // The account is there: a mail that could not leave can be asked for again.
        logger.warn('A registration made no account', { reason: error.name });
      }
      if (!requiresConfirmation) await admitUser(pool, email);
    },

    /**
     * Confirms a registration by its code and sets the password. Cut off in between, the account has a password that nobody knows: it is
     * reset like a forgotten one. Throws wrong-code.
     */
    async confirm({ email, password, name }: Registration, code: string): Promise<void> {
      await checkCode(async () => {
        const proof = await appClient.proofFor(email);
        await client.send(new ConfirmSignUpCommand({ ...proof, Username: email, ConfirmationCode: code }));
      });
      const user = { UserPoolId: userPoolId, Username: email };
      try {
        await client.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: true }));
      } catch (error) {
        throw refusedPassword(error, '#/password') ?? error;
      }
      if (name === undefined) return;
      await client.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: nameAttribute(name) }));
    },

    /** Mails the code of a registration again. Says the same to everybody. */
    resendCode,
  };
}

const unknownPassword = () => randomBytes(32).toString('base64url');
const nameAttribute = (name: string | undefined) => (name === undefined ? [] : [{ Name: 'name', Value: name }]);

/**
 * Confirms an account without a code; does nothing to one that is confirmed. Its address counts as verified first: a forgotten password is
 * mailed to no other, and an account that is confirmed is looked at no more.
 */
export async function admitUser({ client, userPoolId }: Pool, email: string): Promise<void> {
  await client.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: userPoolId,
      Username: email,
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  try {
    await client.send(new AdminConfirmSignUpCommand({ UserPoolId: userPoolId, Username: email }));
  } catch (error) {
    if (!(error instanceof NotAuthorizedException)) throw error; // somebody else's sign-in has just done it
  }
}
