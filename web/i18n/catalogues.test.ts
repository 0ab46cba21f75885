// Both languages say everything, with the same values in them, and nothing that people read stands outside of the catalogues.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './messages.ts';

const web = fileURLToPath(new URL('..', import.meta.url));
const catalogueFiles = globSync('**/{messages,*-messages}.ts', {
  cwd: web,
  exclude: ['i18n/**', 'plugins/**', 'dist/**'],
});
const componentFiles = globSync('**/*.tsx', { cwd: web, exclude: ['dist/**'] });
const sources = globSync('**/*.{ts,tsx}', { cwd: web, exclude: ['dist/**'] }).map((file) => ({
  file,
  text: readFileSync(new URL(file, `file://${web}`), 'utf8'),
}));

const catalogues = await Promise.all(
  catalogueFiles.map(async (file) => {
    const module: Record<string, unknown> = await import(new URL(file, `file://${web}`).href);
    const catalogue = Object.values(module).find(
      (value): value is Catalogue => typeof value === 'object' && value !== null && 'scope' in value,
    );
    return { file, catalogue };
  }),
);
const messages = catalogues.flatMap(({ file, catalogue }) =>
  Object.entries(catalogue?.en ?? {}).map(([key, en]) => ({ file, key, en, fr: catalogue?.fr[key] ?? '' })),
);

const namesIn = (message: string): string[] => {
  const names = (tokens: unknown): string[] =>
    Array.isArray(tokens)
      ? tokens.flatMap((token) =>
          Array.isArray(token) ? [String(token[0]), ...Object.values(token[2] ?? {}).flatMap(names)] : [],
        )
      : [];
  return [...new Set(names(compileMessage(message)))].sort();
};

describe('the catalogues', () => {
  it('are all found', () => {
    expect(catalogues.filter(({ catalogue }) => !catalogue)).toEqual([]);
    expect(messages.length).toBeGreaterThan(300);
  });

  it('say everything in French, too', () => {
    expect(messages.filter(({ fr }) => fr.trim() === '')).toEqual([]);
  });

  it('put the same values into both languages', () => {
    const different = messages.filter(({ en, fr }) => namesIn(en).join() !== namesIn(fr).join());
    expect(different).toEqual([]);
  });

  it('write French as it is printed: apostrophes and quotation marks of its own', () => {
    expect(messages.filter(({ fr }) => /['"“”]/.test(fr)).map(({ key, fr }) => [key, fr])).toEqual([]);
  });

  it('hold no message that nobody says', () => {
    const all = sources
      .filter(({ file }) => !catalogueFiles.includes(file) && !file.endsWith('.test.ts'))
      .map(({ text }) => text)
      .join('\n');
    // Those whose name is put together: `mode${…}`.
    const composed = [...all.matchAll(/`(\w*)\$\{[^}]+\}(\w*)`/g)].map(
      ([, start, end]) => new RegExp(`^${start}.+${end}$`),
    );
    const unused = messages.filter(
      ({ key }) =>
        !all.includes(`'${key}'`) && !all.includes(`"${key}"`) && !composed.some((pattern) => pattern.test(key)),
    );
    expect(unused.map(({ file, key }) => `${file} ${key}`)).toEqual([]);
  });
});

describe('what people read in a component', () => {
  const spoken = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'legend']);
  /** The name of the product is the same in every language. */
  const sameEverywhere = new Set(['AstroMedia', '·', '/']);

  function hardCoded(file: string): string[] {
    const text = readFileSync(new URL(file, `file://${web}`), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const found: string[] = [];
    const note = (words: string) => {
      if (/\p{L}/u.test(words) && !sameEverywhere.has(words.trim())) found.push(`${file}: ${words.trim()}`);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node)) note(node.text);
      if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer))
        if (spoken.has(node.name.getText(source))) note(node.initializer.text);
      if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression))
        if (!ts.isJsxAttribute(node.parent)) note(node.expression.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  }

  it('comes from a catalogue', () => {
    expect(componentFiles.length).toBeGreaterThan(30);
    expect(componentFiles.flatMap(hardCoded)).toEqual([]);
  });
});
