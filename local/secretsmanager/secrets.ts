// Secrets Manager, as far as the application uses it: GetSecretValue. The secrets are told to the platform when it starts, and are kept nowhere
// but in its memory.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation, type Service, ServiceError } from '../endpoint/service.ts';
import type { OperationName } from '../operations.ts';

const getSchema = z.object({ SecretId: z.string().min(1) });

/** Serves these secrets, by their names. */
export function openSecrets(secrets: Readonly<Record<string, string>>) {
  const versionId = randomUUID();
  const createdAt = Date.now() / 1000;
  return {
    target: 'secretsmanager',
    maximumBodyBytes: 16 * 1024,
    operations: {
      GetSecretValue: operation(getSchema, async ({ SecretId }) => {
        const text = Object.hasOwn(secrets, SecretId) ? secrets[SecretId] : undefined;
        if (text === undefined)
          throw new ServiceError('ResourceNotFoundException', 'Secrets Manager can’t find the specified secret.');
        return {
          ARN: `arn:aws:secretsmanager:us-east-1:000000000000:secret:${SecretId}`,
          Name: SecretId,
          SecretString: text,
          VersionId: versionId,
          VersionStages: ['AWSCURRENT'],
          CreatedDate: createdAt,
        };
      }),
    } satisfies Record<OperationName<'client-secrets-manager'>, Operation>,
  } satisfies Service;
}
