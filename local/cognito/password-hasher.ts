import { randomBytes, scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { isFileError } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

/** Turns a password into the text that is stored and compared in its place. */
export type HashPassword = (password: string) => Promise<string>;

const saltBytes = 32;
/** 8 MiB and about 20 ms off the event loop for each password: enough for a laptop's own users. */
const cost = { N: 8192, r: 8, p: 1 };

/**
 * Hashes with scrypt under a salt of this directory's own. The library compares stored and given passwords for equality,
 * so the salt cannot differ by user: two users with the same password have the same hash. Throws CorruptStateError.
 */
export const createPasswordHasher = async (directory: string): Promise<HashPassword> => {
  const salt = await readOrCreateSalt(join(directory, 'password-salt'), directory);
  return (password) =>
    new Promise((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, 32, cost, (error, hash) => {
        if (error) reject(error);
        else resolve(`scrypt:${hash.toString('base64url')}`);
      });
    });
};

const readOrCreateSalt = async (path: string, directory: string): Promise<Buffer> => {
  try {
    const salt = await readFile(path);
    if (salt.length === saltBytes) return salt;
    throw new CorruptStateError(path, `it has ${salt.length} bytes instead of ${saltBytes}`, { directory });
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error;
  }
  const salt = randomBytes(saltBytes);
  await writeFileAtomically(path, salt);
  return salt;
};
