import { randomBytes, scrypt } from 'node:crypto';
import { join } from 'node:path';
import { accountRules } from '../../shared/contracts/resources.ts';
import { ServiceError } from '../edge/service.ts';
import { keptFile } from '../state/kept-file.ts';

/** Turns a password into the text that is stored and compared in its place. */
export type HashPassword = (password: string) => Promise<string>;

const saltBytes = 32;
/** 8 MiB and about 20 ms off the event loop for each password: enough for a laptop's own users. */
const cost = { N: 8192, r: 8, p: 1 };

/** Hashes with scrypt under a salt of this directory's own: two users with the same password have the same hash. Throws CorruptStateError. */
export async function openPasswordHasher(directory: string): Promise<HashPassword> {
  const salt = await keptFile(
    join(directory, 'password-salt'),
    directory,
    () => randomBytes(saltBytes),
    (content) => {
      if (content.length === saltBytes) return content;
      throw new Error(`it has ${content.length} bytes instead of ${saltBytes}`);
    },
  );
  return (password) =>
    new Promise((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, 32, cost, (error, hash) => {
        if (error) reject(error);
        else resolve(`scrypt:${hash.toString('base64url')}`);
      });
    });
}

/** Throws InvalidPasswordException for a password that the pool does not take. */
export function checkPolicy(password: string): void {
  if (password.length >= accountRules.shortestPassword) return;
  throw new ServiceError('InvalidPasswordException', 'Password did not conform with policy: Password not long enough');
}
