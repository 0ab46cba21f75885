// The app client of the user pool. It has a secret, so that Cognito takes passwords, codes and registrations from our functions alone: who
// calls Cognito directly would meet none of our limits. The secret is kept nowhere but in Cognito, which is asked once in a process.
import { createHmac } from 'node:crypto';
import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { Environment } from '../contracts/environment.ts';

const describedSchema = z.object({ UserPoolClient: z.object({ ClientSecret: z.string().min(1) }) });

export interface AppClient {
  readonly id: string;
  readonly secret: () => Promise<string>;
  /** What a request about this user must carry. The name is the e-mail, or the user's own name where a refresh token says who it is. */
  readonly proofFor: (username: string) => Promise<{ readonly ClientId: string; readonly SecretHash: string }>;
}

export function createAppClient(
  client: CognitoIdentityProviderClient,
  { USER_POOL_ID: UserPoolId, USER_POOL_CLIENT_ID: ClientId }: Environment<'USER_POOL_ID' | 'USER_POOL_CLIENT_ID'>,
): AppClient {
  let known: Promise<string> | undefined;
  const read = async () => {
    const described = await client.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    return describedSchema.parse(described).UserPoolClient.ClientSecret;
  };
  const secret = () => {
    known ??= read().catch((error: unknown) => {
      known = undefined; // an outage must not last as long as the process
      throw error;
    });
    return known;
  };
  return {
    id: ClientId,
    secret,
    proofFor: async (username) => ({
      ClientId,
      SecretHash: createHmac('sha256', await secret())
        .update(`${username}${ClientId}`)
        .digest('base64'),
    }),
  };
}
