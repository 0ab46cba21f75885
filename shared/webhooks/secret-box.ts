// Seals the secrets of webhooks for the table, under a key that is not in it, and opens them to sign with them.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { ReadKey } from '../runtime/secret-key.ts';
import { webhookSecretPrefix } from './sign-webhook.ts';

/** Whose secret it is: a sealed secret that is moved to another webhook does not open. */
export interface SecretOwner {
  readonly workspaceId: string;
  readonly webhookId: string;
}

/** The key that sealed it is not the one we have. */
export class SecretUnreadable extends Error {
  override readonly name = 'SecretUnreadable';
}

export type SecretBox = ReturnType<typeof createSecretBox>;

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** `sealed.<fingerprint of the key>.<nonce, tag and text>` */
const form = /^sealed\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;

/** Whether a stored secret is still of the time when they lay in the table as they are. */
export const isClear = (stored: string): boolean => stored.startsWith(webhookSecretPrefix);

export function createSecretBox(readKey: ReadKey) {
  return {
    async seal(secret: string, owner: SecretOwner): Promise<string> {
      const key = await readKey();
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(nameOf(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `sealed.${fingerprintOf(key)}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },

    /** The secret, also of one that lies there in clear. Throws SecretUnreadable. */
    async open(stored: string, owner: SecretOwner): Promise<string> {
      if (isClear(stored)) return stored;
      const key = await readKey();
      const [, fingerprint, content = ''] = form.exec(stored) ?? [];
      if (fingerprint !== fingerprintOf(key)) throw new SecretUnreadable('It was sealed with another key');
      const bytes = Buffer.from(content, 'base64url');
      const text = bytes.subarray(nonceBytes + tagBytes);
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
          .setAAD(nameOf(owner))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SecretUnreadable('It is not what was sealed for this webhook', { cause });
      }
    },
  };
}

const nameOf = ({ workspaceId, webhookId }: SecretOwner): Buffer => Buffer.from(`${workspaceId} ${webhookId}`);
const fingerprintOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);
