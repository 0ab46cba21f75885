// The caller's own account in Cognito. Everything is asked in the name of the person, with their token or password: this function
// needs no right over anybody's account, only to know its own client's secret.
import {
  type CognitoIdentityProviderClient,
  DeleteUserCommand,
  GetUserCommand,
  InitiateAuthCommand,
  NotAuthorizedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { AppClient } from '../../../shared/accounts/app-client.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';

const accountSchema = z.object({ UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })) });
const signInSchema = z.object({ AuthenticationResult: z.object({ AccessToken: z.string().min(1) }) });

export type AccountDirectory = ReturnType<typeof createAccountDirectory>;

export function createAccountDirectory(client: CognitoIdentityProviderClient, appClient: AppClient) {
  return {
    /** The e-mail of whom an access token belongs to. Throws unauthenticated when the account is gone or the token was revoked. */
    async emailOf(accessToken: string): Promise<string> {
      try {
        const { UserAttributes } = accountSchema.parse(
          await client.send(new GetUserCommand({ AccessToken: accessToken })),
        );
        return z.email().parse(UserAttributes.find(({ Name }) => Name === 'email')?.Value);
      } catch (error) {
        if (isGone(error)) throw new ProblemError('unauthenticated', 'This account is not there any more.');
        throw error;
      }
    },

    /** Checks the password and answers with a fresh access token. Throws wrong-credentials. */
    async confirm(email: string, password: string): Promise<string> {
      try {
        const { ClientId, SecretHash } = await appClient.proofFor(email);
        const answer = await client.send(
          new InitiateAuthCommand({
            AuthFlow: 'USER_PASSWORD_AUTH',
            ClientId,
            AuthParameters: { USERNAME: email, PASSWORD: password, SECRET_HASH: SecretHash },
          }),
        );
        return signInSchema.parse(answer).AuthenticationResult.AccessToken;
      } catch (error) {
        if (isGone(error)) throw new ProblemError('wrong-credentials', 'Check the password.');
        throw error;
      }
    },

    /** Deletes the account of the token: nobody can sign in to it again, and the e-mail is free. */
    async delete(accessToken: string): Promise<void> {
      await client.send(new DeleteUserCommand({ AccessToken: accessToken }));
    },
  };
}

const isGone = (error: unknown): boolean =>
  error instanceof NotAuthorizedException || error instanceof UserNotFoundException;
