// The name of the user pool and of its one app client, with the secret that only functions know.
import { randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { JsonFile } from '../state/json-file.ts';

const userPoolSchema = z.object({
  userPoolId: z.string(),
  clientId: z.string(),
  /** Directories from before it had one: whoever knew the client's name could use it. */
  clientSecret: z.string().optional(),
});
export interface UserPool {
  readonly userPoolId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The pool of a state directory; draws the names at the first start. When only the file that tells them is gone, the pool is found by the file of its
 * accounts, and gets a new client. Throws CorruptStateError.
 */
export async function openUserPool(directory: string): Promise<UserPool> {
  const file = await JsonFile.open({
    path: join(directory, 'user-pool.json'),
    directory,
    schema: userPoolSchema,
    initial: { userPoolId: '', clientId: '' },
  });
  const userPoolId = file.content.userPoolId || (await poolOfAccounts(join(directory, 'cognito')));
  const { clientSecret, clientId } = file.content;
  const pool = clientSecret
    ? { userPoolId, clientId, clientSecret }
    : { userPoolId, clientId: randomBytes(13).toString('hex'), clientSecret: randomBytes(32).toString('base64url') };
  file.content = pool;
  if (!clientSecret) await file.save();
  return pool;
}

async function poolOfAccounts(directory: string): Promise<string> {
  const files = await readdir(directory).catch(() => []);
  const accounts = files.find((name) => name.endsWith('.json') && name !== 'clients.json');
  return accounts?.slice(0, -'.json'.length) ?? `us-east-1_${randomUUID().slice(0, 8)}`;
}
