// How an account begins.
import {
  AdminConfirmSignUpCommand,
  AdminUpdateUserAttributesCommand,
  CodeDeliveryFailureException,
  ConfirmSignUpCommand,
  NotAuthorizedException,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { logger } from '../../../../shared/runtime/logger.ts';
import { ProblemError } from '../../../../shared/runtime/problem-error.ts';
import { checkCode } from './check-code.ts';
import { mailCode } from './mail-code.ts';
import type { Pool } from './pool.ts';
import { refusedPassword } from './refused-password.ts';

export interface Registration {
  readonly email: string;
  readonly password: string;
  readonly name?: string | undefined;
}

export function createRegistrations(pool: Pool) {
  const { client, appClient, requiresConfirmation } = pool;

  return {
    requiresConfirmation,

    /**
     * Creates an account. Where e-mails must be confirmed, a code is mailed and an e-mail that has an account is answered like a new
     * one; otherwise the account can sign in at once, and such an e-mail is already-registered. Throws validation-failed for a
     * password that is not accepted.
     */
    async signUp({ email, password, name }: Registration): Promise<void> {
      try {
        await client.send(
          new SignUpCommand({
            ...(await appClient.proofFor(email)),
            Username: email,
            Password: password,
            UserAttributes: [
              { Name: 'email', Value: email },
              ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
            ],
          }),
        );
      } catch (error) {
        if (!requiresConfirmation && error instanceof UsernameExistsException)
          throw new ProblemError('already-registered', 'Sign in instead, or use another e-mail.');
        if (!(error instanceof UsernameExistsException) && !(error instanceof CodeDeliveryFailureException))
          throw refusedPassword(error, '#/password') ?? error;
        // The account is there: a mail that could not leave can be asked for again.
        logger.warn('A registration mailed no code', { reason: error.name });
      }
      if (!requiresConfirmation) await admitUser(pool, email);
    },

    /** Confirms a registration by its code. Throws wrong-code. */
    confirm: (email: string, code: string): Promise<void> =>
      checkCode(async () => {
        const proof = await appClient.proofFor(email);
        await client.send(new ConfirmSignUpCommand({ ...proof, Username: email, ConfirmationCode: code }));
      }),

    /** Mails the code of a registration again. Says the same to everybody. */
    resendCode: (email: string): Promise<void> =>
      mailCode(async () => {
        const proof = await appClient.proofFor(email);
        await client.send(new ResendConfirmationCodeCommand({ ...proof, Username: email }));
      }),
  };
}

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
