// Names a delivery after its webhook and its event, in the form of a ULID: the time of the event, then a fingerprint instead of
// randomness. Announcing an event twice names the same delivery.
import { createHash } from 'node:crypto';
import { encodeTime } from 'ulid';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLength = 10;
const fingerprintLength = 16;

/** `source` tells the event apart from all others of the same instant. */
export function deliveryIdOf(webhookId: string, at: Date, source: string): string {
  const digest = createHash('sha256').update(`${webhookId} ${source}`).digest();
  const fingerprint = [...digest.subarray(0, fingerprintLength)].map((byte) => alphabet[byte % alphabet.length]);
  return `dlv_${encodeTime(at.getTime(), timeLength)}${fingerprint.join('')}`;
}
