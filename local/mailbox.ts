// Where mails go that Cognito would send: one readable file each. Nothing leaves this machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentCode } from './cognito/mailed-codes.ts';

const subjects = { 'sign-up': 'Confirm your e-mail', reset: 'Set a new password' };

/** A mailbox in the directory. Names begin with the time, so that the newest mail is the last. */
export function createMailbox(directory: string, clock = () => new Date()) {
  let written = 0;
  return {
    directory,
    /** Writes the mail before it returns: whoever has asked for a code finds it as soon as the answer is there. */
    deliver({ purpose, destination, code }: SentCode): void {
      const at = clock().toISOString();
      const subject = subjects[purpose];
      const text = `To: ${destination}\nSubject: ${subject}\nDate: ${at}\n\nYour AstroMedia code is ${code}\n`;
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, fileName(at, destination, written++)), text, { mode: 0o600 });
    },
  };
}

/** An address may hold what a file name may not. */
const fileName = (at: string, destination: string, number: number): string =>
  `${at.replaceAll(':', '-')}-${String(number).padStart(4, '0')}-${destination.replace(/[^\w.@+-]/g, '_').slice(0, 100)}.txt`;
