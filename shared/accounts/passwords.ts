// Forgotten and changed passwords.
import {
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InvalidParameterException,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { ProblemError } from '../runtime/problem-error.ts';
import { checkCode } from './check-code.ts';
import { mailCode } from './mail-code.ts';
import { refusedPassword } from './refused-password.ts';
import { sessionOver } from './sessions.ts';
import type { Pool } from './user-pool.ts';

export function createPasswords({ client, userPoolId, appClient }: Pool) {
  return {
    /** Mails a code to set a new password with. Says the same to everybody. */
    sendCode: (email: string): Promise<void> =>
      mailCode(async () => {
        const proof = await appClient.proofFor(email);
        await client.send(new ForgotPasswordCommand({ ...proof, Username: email }));
      }),

    /**
     * Sets a new password by the code, then ends every session at Cognito: whoever had the old password is out. Answers with the user's id.
     * Throws wrong-code or validation-failed.
     */
    async reset(email: string, code: string, password: string): Promise<string> {
      await checkCode(async () => {
        try {
          await client.send(
            new ConfirmForgotPasswordCommand({
              ...(await appClient.proofFor(email)),
              Username: email,
              ConfirmationCode: code,
              Password: password,
            }),
          );
        } catch (error) {
          throw refusedPassword(error, '#/password') ?? error;
        }
      });
      const user = { UserPoolId: userPoolId, Username: email };
      await client.send(new AdminUserGlobalSignOutCommand(user));
      const { UserAttributes } = await client.send(new AdminGetUserCommand(user));
      return z.string().parse(UserAttributes?.find(({ Name }) => Name === 'sub')?.Value);
    },

    /** Changes the password of the user whose access token this is. Throws wrong-credentials, unauthenticated or validation-failed. */
    async change(token: string, currentPassword: string, newPassword: string): Promise<void> {
      try {
        await client.send(
          new ChangePasswordCommand({
            AccessToken: token,
            PreviousPassword: currentPassword,
            ProposedPassword: newPassword,
          }),
        );
      } catch (error) {
        // One exception for two reasons: only its text says whether the session or the password is refused.
        if (error instanceof NotAuthorizedException && /access token/i.test(error.message)) throw sessionOver();
        if (error instanceof NotAuthorizedException || isAboutCurrentPassword(error))
          throw new ProblemError('wrong-credentials', 'Check the current password.');
        throw refusedPassword(error, '#/newPassword') ?? error;
      }
    },
  };
}

/** No password of an account is of such a shape, so it cannot be the right one. */
const isAboutCurrentPassword = (error: unknown): boolean =>
  error instanceof InvalidParameterException && error.message.includes("'previousPassword'");
