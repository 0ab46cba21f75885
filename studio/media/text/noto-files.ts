/** Which file of which Noto package draws a sign. The packages cut each font into subsets; only the subset that is needed is read. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A package by what Unicode calls its script. Han is drawn as the rest of the text suggests: see {@link notoFiles}. */
const PACKAGES = {
  Arabic: 'arabic',
  Hebrew: 'hebrew',
  Devanagari: 'devanagari',
  Bengali: 'bengali',
  Tamil: 'tamil',
  Thai: 'thai',
  Georgian: 'georgian',
  Armenian: 'armenian',
  Hiragana: 'jp',
  Katakana: 'jp',
  Hangul: 'kr',
  Han: 'sc',
} as const;
type Script = keyof typeof PACKAGES;

const SCRIPTS = Object.keys(PACKAGES).map(
  (name) => [name as Script, new RegExp(`\\p{Script_Extensions=${name}}`, 'u')] as const,
);

const require = createRequire(import.meta.url);
const subsetsOf = new Map<
  string,
  readonly (readonly [subset: string, ranges: readonly (readonly [number, number])[]])[]
>();

/** Paths of the font files for one sign within a text; none for scripts without a package. */
export function notoFiles(sign: string, text: string): string[] {
  const script = SCRIPTS.find(([, pattern]) => pattern.test(sign))?.[0];
  if (!script) return [];
  const name = `noto-sans-${packageFor(script, text)}`;
  const point = sign.codePointAt(0) ?? 0;
  return subsets(name)
    .filter(([, ranges]) => ranges.some(([first, last]) => point >= first && point <= last))
    .map(([subset]) => `@fontsource-variable/${name}/files/${name}-${subset}-wght-normal.woff2`);
}

/** Chinese characters look Japanese beside kana and Korean beside hangul. */
function packageFor(script: Script, text: string): string {
  if (script !== 'Han') return PACKAGES[script];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return PACKAGES.Hiragana;
  return /\p{Script=Hangul}/u.test(text) ? PACKAGES.Hangul : PACKAGES.Han;
}

/** `unicode.json` of a package: subset name to "U+600-6ff,U+750"; numbered subsets are written in brackets. */
function subsets(name: string) {
  const known = subsetsOf.get(name);
  if (known) return known;
  const file: unknown = JSON.parse(readFileSync(require.resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8'));
  const read = Object.entries(file ?? {}).map(
    ([subset, ranges]) => [subset.replace(/[[\]]/g, ''), String(ranges).split(',').map(readRange)] as const,
  );
  subsetsOf.set(name, read);
  return read;
}

function readRange(written: string): readonly [number, number] {
  const [first = '', last = first] = written.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
