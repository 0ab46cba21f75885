// Secrets Manager, as far as the application uses it: GetSecretValue. The secrets are told to the platform when it starts, and are kept nowhere
// but in its memory.
import * as z from 'zod';
import { type Operation, operation, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';

const getSchema = z.object({ SecretId: z.string().min(1) });

/** Serves these secrets, by their names. */
export const openSecrets = (secrets: Readonly<Record<string, string>>) => ({
  target: 'secretsmanager',
  maximumBodyBytes: 16 * 1024,
  operations: {
    GetSecretValue: operation(getSchema, ({ SecretId: Name }) => {
      const SecretString = Object.hasOwn(secrets, Name) ? secrets[Name] : undefined;
      if (SecretString !== undefined) return { Name, SecretString };
      throw new ServiceError('ResourceNotFoundException', `There is no secret ${Name}.`);
    }),
  } satisfies Record<OperationName<'client-secrets-manager'>, Operation>,
});
