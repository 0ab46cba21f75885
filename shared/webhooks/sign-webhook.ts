// Signatures by the Standard Webhooks scheme: receivers verify them with a library of theirs, or with the lines in docs/WEBHOOKS.md.
import { createHmac, randomBytes } from 'node:crypto';

/** By which Standard Webhooks knows a secret. */
export const webhookSecretPrefix = 'whsec_';

/** A new secret: 256 bits, as much as the HMAC's hash can use. */
export const newWebhookSecret = (): string => `${webhookSecretPrefix}${randomBytes(32).toString('base64')}`;

export interface Signed {
  /** Of the delivery: the same at every attempt. */
  readonly id: string;
  readonly sentAt: Date;
  readonly payload: string;
}

/** The three headers of a signed request; one signature for each secret, so that a receiver may know the old or the new one. */
export function signedHeaders({ id, sentAt, payload }: Signed, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, `${id}.${timestamp}.${payload}`)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

const signatureOf = (secret: string, content: string): string =>
  createHmac('sha256', Buffer.from(secret.slice(webhookSecretPrefix.length), 'base64'))
    .update(content)
    .digest('base64');
