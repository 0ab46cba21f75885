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

/** Near the best there is at a tenth of its time. */
const quality = 9;

export function packJson(json: string): PackedJson {
  // Told how long the text is, and that it need not look back further than one is long (2^16 bytes), it takes a tenth of a millisecond for the usual
  // output. Otherwise it prepares for megabytes, which takes it some milliseconds and as much memory.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: 16,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(json),
  };
  const brotli = brotliCompressSync(json, { params });
  return brotli.byteLength < Buffer.byteLength(json) ? { brotli } : { json };
}

export const unpackJson = (packed: PackedJson): string =>
  'json' in packed ? packed.json : brotliDecompressSync(packed.brotli).toString('utf8');
