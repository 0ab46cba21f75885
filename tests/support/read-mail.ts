// Mails that the embedded platform has written instead of sending.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Mail {
  readonly subject: string;
  readonly code: string;
}

/** Every mail to an address, oldest first. */
export function mailsTo(directory: string, email: string): Mail[] {
  const mailDirectory = join(directory, 'mail');
  return readdirSync(mailDirectory)
    .toSorted()
    .map((file) => readFileSync(join(mailDirectory, file), 'utf8'))
    .filter((text) => text.startsWith(`To: ${email}\n`))
    .map((text) => ({
      subject: /^Subject: (.+)$/m.exec(text)?.[1] ?? '',
      code: /code is (\S+)$/m.exec(text)?.[1] ?? '',
    }));
}
