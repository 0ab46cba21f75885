import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { accountRules } from '../../shared/contracts/resources.ts';
import { ServiceError } from '../endpoint/service.ts';
import type { Collection } from '../state/store.ts';

/** Turns a password into the text that is stored and compared in its place. */
export type HashPassword = (password: string) => Promise<string>;

/** 8 MiB and about 20 ms off the event loop for each password: enough for a laptop's own users. */
const cost = { N: 8192, r: 8, p: 1 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

/** Hashes with scrypt under a salt of this directory's own: two users with the same password have the same hash. */
export async function openPasswordHasher(settings: Collection<string>): Promise<HashPassword> {
  const salt = Buffer.from(
    await settings.getOrCreate('passwordSalt', () => randomBytes(32).toString('base64url')),
    'base64url',
  );
  return async (password) =>
    `scrypt:${(await derive(password.normalize('NFC'), salt, 32, cost)).toString('base64url')}`;
}

/** Throws InvalidPasswordException for a password that the pool does not take. */
export function checkPolicy(password: string): void {
  if (password.length >= accountRules.shortestPassword) return;
  throw new ServiceError('InvalidPasswordException', 'Password did not conform with policy: Password not long enough');
}
