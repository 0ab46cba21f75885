// JSON in an item: as text, or compressed where that is shorter. What is stored is paid by its length, by the kilobyte, when it is written, read and
// deleted.
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';

/** JSON lies in the table as text, or as its bytes compressed: DynamoDB's own numbers are narrower than JSON's, and a person may write any. */
export const packedJsonSchema = z.union([
  z.object({ json: z.string() }),
  z.object({ brotli: z.instanceof(Uint8Array) }),
]);
export type PackedJson = z.infer<typeof packedJsonSchema>;

/** Near the best there is at a tenth of its time: a millisecond for the longest output. */
const quality = 9;

export function packJson(json: string): PackedJson {
  const brotli = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  return brotli.byteLength < Buffer.byteLength(json) ? { brotli } : { json };
}

export const unpackJson = (packed: PackedJson): string =>
  'json' in packed ? packed.json : brotliDecompressSync(packed.brotli).toString('utf8');
