// Cognito in our words. Unknown e-mail and wrong password are one answer, so that nobody learns who has an account.
import {
  AdminConfirmSignUpCommand,
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  NotAuthorizedException,
  SignUpCommand,
  UserNotConfirmedException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';

const tokensSchema = z.object({ AccessToken: z.string().min(1), ExpiresIn: z.int().min(1) });
const claimsSchema = z.object({ sub: z.string().min(1) });

export function createUserDirectory(client: CognitoIdentityProviderClient, userPoolId: string, clientId: string) {
  return {
    /** Creates an account that can sign in at once. Throws already-registered or validation-failed. */
    async signUp(email: string, password: string): Promise<void> {
      try {
        await client.send(
          new SignUpCommand({
            ClientId: clientId,
            Username: email,
            Password: password,
            UserAttributes: [{ Name: 'email', Value: email }],
          }),
        );
      } catch (error) {
        if (error instanceof UsernameExistsException)
          throw new ProblemError('already-registered', 'Sign in instead, or use another e-mail.');
        // Cognito refuses a password that begins or ends with a space as a bad parameter, before its policy is asked.
        if (error instanceof InvalidPasswordException || isAboutPassword(error))
          throw new ProblemError('validation-failed', 'The password is not accepted.', [
            {
              pointer: '#/password',
              detail: 'must not begin or end with a space, and must follow the password policy',
            },
          ]);
        throw error;
      }
      await client.send(new AdminConfirmSignUpCommand({ UserPoolId: userPoolId, Username: email }));
    },

    /** Signs in. Throws wrong-credentials, whatever of the two is wrong. */
    async signIn(
      email: string,
      password: string,
    ): Promise<{ token: string; expiresInSeconds: number; userId: string }> {
      try {
        const answer = await client.send(
          new InitiateAuthCommand({
            AuthFlow: 'USER_PASSWORD_AUTH',
            ClientId: clientId,
            AuthParameters: { USERNAME: email, PASSWORD: password },
          }),
        );
        const tokens = tokensSchema.parse(answer.AuthenticationResult);
        return { token: tokens.AccessToken, expiresInSeconds: tokens.ExpiresIn, userId: subjectOf(tokens.AccessToken) };
      } catch (error) {
        if (
          error instanceof NotAuthorizedException ||
          error instanceof UserNotFoundException ||
          error instanceof UserNotConfirmedException
        )
          throw new ProblemError('wrong-credentials', 'Check the e-mail and the password.');
        throw error;
      }
    },
  };
}

const isAboutPassword = (error: unknown): boolean =>
  error instanceof InvalidParameterException && error.message.includes("'password'");

/** The subject of a token that Cognito has just given us: it needs no verification. */
function subjectOf(accessToken: string): string {
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return claimsSchema.parse(JSON.parse(payload)).sub;
}
