import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { createAppClient } from '../../../shared/accounts/app-client.ts';
import type { Environment } from '../../../shared/contracts/environment.ts';
import { type AccountDirectory, createAccountDirectory } from './account-directory.ts';

export function openAccountDirectory(
  environment: Environment<'USER_POOL_ID' | 'USER_POOL_CLIENT_ID'>,
): AccountDirectory {
  const client = new CognitoIdentityProviderClient({});
  return createAccountDirectory(client, createAppClient(client, environment));
}
