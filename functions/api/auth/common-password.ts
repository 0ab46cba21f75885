// Passwords that are tried first on any account. Kept as fingerprints of four bytes: a third of the size, and nothing to read out of it; another
// password is taken for one of them once in a million times.
import { createHash } from 'node:crypto';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import list from './common-passwords.json' with { type: 'json' };

export const fingerprintBytes = 4;

/** Letters in any case are the same here: so are they to who guesses. */
export const fingerprintOf = (password: string): Buffer =>
  createHash('sha256').update(password.toLowerCase()).digest().subarray(0, fingerprintBytes);

const bytes = Buffer.from(list.fingerprints, 'base64');
const fingerprints = new Set(
  Array.from({ length: bytes.byteLength / fingerprintBytes }, (_password, index) =>
    bytes.readUInt32BE(index * fingerprintBytes),
  ),
);

/** Throws validation-failed, at the field it came in, for one of the commonest passwords. */
export function refuseCommonPassword(password: string, pointer: string): void {
  if (!fingerprints.has(fingerprintOf(password).readUInt32BE())) return;
  throw new ProblemError('validation-failed', 'The password is one of the commonest, which are tried first.', [
    { pointer, detail: 'must be less common: three or four words that nobody puts together are good' },
  ]);
}
