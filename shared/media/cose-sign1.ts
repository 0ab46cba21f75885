// As much of CBOR (RFC 8949) and COSE (RFC 9052) as one signature needs: a COSE_Sign1 with its certificates, of an exact length.

type Part = Buffer;

const head = (major: number, value: number): Part => {
  const kind = major << 5;
  if (value < 24) return Buffer.from([kind | value]);
  if (value < 0x100) return Buffer.from([kind | 24, value]);
  if (value < 0x10000) return Buffer.from([kind | 25, value >> 8, value & 255]);
  throw new RangeError('Nothing of a signature is as long as that');
};
const unsigned = (value: number): Part => head(0, value);
const negative = (value: number): Part => head(1, -1 - value);
const byteString = (bytes: Uint8Array): Part => Buffer.concat([head(2, bytes.byteLength), bytes]);
const textString = (text: string): Part => Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)]);
const array = (...items: readonly Part[]): Part => Buffer.concat([head(4, items.length), ...items]);
const map = (...pairs: readonly (readonly [Part, Part])[]): Part =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
const nothing = Buffer.from([0xf6]);
/** The tag of a COSE_Sign1. */
const tagged = (item: Part): Part => Buffer.concat([head(6, 18), item]);

const algorithmLabel = unsigned(1);
const certificatesLabel = unsigned(33);
const es256 = negative(-7);
/** Below this, the length of the padding would be written in fewer bytes. */
const leastPadding = 256;

export interface Es256 {
  /** DER, the signing one first. */
  readonly certificates: readonly Uint8Array[];
  /** ECDSA over P-256 with SHA-256, as 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** The signature over a payload that travels apart, padded to `length` bytes. Throws RangeError when that is too short for the certificates. */
export function coseSign1(payload: Uint8Array, { certificates, sign }: Es256, length: number): Uint8Array {
  const chain = array(...certificates.map(byteString));
  const header = byteString(map([algorithmLabel, es256], [certificatesLabel, chain]));
  const toBeSigned = array(textString('Signature1'), header, byteString(Buffer.alloc(0)), byteString(payload));
  const signature = byteString(sign(toBeSigned));
  const padded = (padding: number) =>
    tagged(array(header, map([textString('pad'), byteString(Buffer.alloc(padding))]), nothing, signature));
  const padding = length - padded(leastPadding).byteLength + leastPadding;
  if (padding < leastPadding) throw new RangeError('The chain of certificates is too long for the room kept for it');
  return padded(padding);
}
