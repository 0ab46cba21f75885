// The browser decodes what servers decode, to the letter: `entities` is not sent to it.
import { fileURLToPath } from 'node:url';
import { decodeHTMLStrict, encodeHTML } from 'entities';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { findBrowser } from './browser.ts';
import { useVisits } from './visitor.ts';

const named = Array.from({ length: 0x1_f000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .flatMap((code) => encodeHTML(String.fromCodePoint(code)).match(/&\w+;/g) ?? []);
const numeric = [0, 9, 10, 13, 38, 59, 0x80, 0x92, 0x9f, 0xa0, 0xad, 0xd800, 0xfffe, 0x1_f600, 0x10_ffff, 0x11_0000];
const references = [
  ...new Set(named),
  ...numeric.flatMap((code) => [`&#${code};`, `&#x${code.toString(16)};`, `&#X${code.toString(16).toUpperCase()};`]),
  ...[
    '&;',
    '&#;',
    '&#x;',
    '&unknown;',
    '&notit;',
    '&ampamp;',
    '&eacut;',
    '&AMP;',
    '&Amp;',
    '&#38amp;',
    '&semi;',
    '&fjlig;',
  ],
];

describe.skipIf(!findBrowser())('the decoder of the browser', () => {
  const visit = useVisits();

  it('reads every character reference as the server does', async () => {
    const { page } = await visit();
    const module = fileURLToPath(new URL('../../web/live/decode-references.ts', import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [module],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'decoder',
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    const read = await page.evaluate(`${JSON.stringify(references)}.map(decoder.decodeHTMLStrict)`);

    expect(references.length).toBeGreaterThan(1_000);
    expect(read).toEqual(references.map((reference) => decodeHTMLStrict(reference)));
  });
});
