// SHA-256 for signatures by the shortest ways that Node has: one call for a hash, and keys made once.
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';

type Secret = string | ArrayBuffer | ArrayBufferView;

/** Keys of signatures: the SDK keeps the bytes of a day's, and hands over the same ones each time. */
const keys = new WeakMap<object, KeyObject>();

/** The secret that was used last as it is: the SDK looks the day's key up by a hash made with it. */
let last: { readonly secret: string; readonly key: KeyObject } | undefined;

function keyOf(secret: Secret): KeyObject {
  if (typeof secret === 'string') {
    if (last?.secret !== secret) last = { secret, key: createSecretKey(secret, 'utf8') };
    return last.key;
  }
  const key = keys.get(secret) ?? createSecretKey(bytesOf(secret));
  keys.set(secret, key);
  return key;
}

const bytesOf = (secret: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(secret)
    ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
    : new Uint8Array(secret);

/** A hash, or with a secret an HMAC, in the shape in which the SDK takes one. */
export class NodeSha256 {
  readonly #key: KeyObject | undefined;
  #data: Uint8Array = new Uint8Array();

  constructor(secret?: Secret) {
    this.#key = secret === undefined ? undefined : keyOf(secret);
  }

  update(chunk: Uint8Array): void {
    this.#data = this.#data.byteLength === 0 ? chunk : Buffer.concat([this.#data, chunk]);
  }

  async digest(): Promise<Uint8Array> {
    return this.#key
      ? createHmac('sha256', this.#key).update(this.#data).digest()
      : hash('sha256', this.#data, 'buffer');
  }

  reset(): void {
    this.#data = new Uint8Array();
  }
}
