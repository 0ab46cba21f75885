// The text of a secret in Secrets Manager. Loaded only where a secret is read.
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Undefined for a secret that has no text yet. */
export async function readSecret(secretId: string): Promise<string | undefined> {
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretId }));
  return SecretString;
}
