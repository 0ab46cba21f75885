import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { accountRules } from '../../shared/contracts/resources.ts';
import { ServiceError } from '../endpoint/service.ts';
import type { Collection } from '../state/store.ts';

/** 8 MiB and about 20 ms off the event loop for each password: enough for a laptop's own users. */
const cost = { N: 8192, r: 8, p: 1 };
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

export type Passwords = Awaited<ReturnType<typeof openPasswords>>;

/** Passwords under a salt of this directory's own: two users with the same password have the same hash. */
export async function openPasswords(settings: Collection<string>) {
  const salt = await settings.getOrCreate('passwordSalt', () => randomBytes(32).toString('base64url'));
  /** The text that is stored and compared in place of a password. */
  const hash = async (password: string): Promise<string> => {
    const key = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), 32, cost);
    return `scrypt:${key.toString('base64url')}`;
  };
  return {
    hash,

    /** Throws InvalidPasswordException for one that the pool does not take. */
    hashNew(password: string): Promise<string> {
      if (password.length >= accountRules.shortestPassword) return hash(password);
      const fault = 'Password did not conform with policy: Password not long enough';
      throw new ServiceError('InvalidPasswordException', fault);
    },
  };
}
