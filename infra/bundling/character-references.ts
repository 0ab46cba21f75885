// Stands in for `entities/decode` inside bundles: reads it, from the file beside, with the first text that may hold a character reference.
import { createRequire } from 'node:module';
import type { decodeHTMLStrict as decode } from 'entities/decode';

let read: { readonly decodeHTMLStrict: typeof decode } | undefined;

/** As `decodeHTMLStrict` of entities. */
export const decodeHTMLStrict: typeof decode = (text) => {
  read ??= createRequire(import.meta.url)('./character-references.mjs') as { readonly decodeHTMLStrict: typeof decode };
  return read.decodeHTMLStrict(text);
};
