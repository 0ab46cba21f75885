// The documentation says what is true: its proofs exist, no feature row is missing, its links lead somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Proof, proofsIn } from '../support/proofs.ts';
import { sortSuites } from '../support/sort-suites.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file));

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_row, index) => `${letter}${index + 1}`);
const rowIds = [...numbered('S', 27), ...numbered('P', 6), ...numbered('N', 17)];

const features = read('docs/FEATURES.md');
const rows = [...features.matchAll(/^\| ([SPN]\d+) \| (.+?) \| (.+?) \|(.*)\|(.*)\|$/gm)].map(
  ([, id = '', , state = '', , proof = '']) => ({ id, state, proof }),
);

const isThere = ({ file, title }: Proof): boolean =>
  existsSync(join(root, file)) && ["'", '"', '`'].some((quote) => read(file).includes(`${quote}${title}${quote}`));

describe('docs/FEATURES.md', () => {
  it('has every row once', () => {
    expect(rows.map(({ id }) => id).sort()).toEqual([...rowIds].sort());
  });

  it('says of every row whether it is done, partly done or not yet', () => {
    expect(rows.filter(({ state }) => !['done', 'partly', 'not yet'].includes(state))).toEqual([]);
  });

  it('names tests that exist', () => {
    expect(proofsIn(features).filter((proof) => !isThere(proof))).toEqual([]);
  });

  // That each also ran and passed is looked at when a run ends: tests/support/proof-reporter.ts.
  it('names no suite that nobody runs', () => {
    const { unit, service } = sortSuites(root);
    const run = new Set([
      ...unit,
      ...service,
      ...filesIn('tests/e2e', '.e2e.ts'),
      ...filesIn('tests/guide', '.e2e.ts'),
      ...filesIn('tests/models', '.e2e.ts'),
      ...filesIn('tests/web', '.e2e.ts'),
    ]);
    expect(proofsIn(features).filter(({ file }) => !run.has(file))).toEqual([]);
  });

  it('reads every mention of a test as a proof', () => {
    const mentions = rows.flatMap(({ proof }) => proof.match(/\.(?:test|e2e)\.ts/g) ?? []);
    expect(proofsIn(rows.map(({ proof }) => proof).join('\n'))).toHaveLength(mentions.length);
  });

  it('proves every row that is done', () => {
    expect(rows.filter(({ state, proof }) => state === 'done' && proofsIn(proof).length === 0)).toEqual([]);
  });
});

describe('docs/TABLE.md', () => {
  const listed = [...read('docs/TABLE.md').matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  const cited = filesIn('shared/data', '.ts').flatMap((file) =>
    [...read(file).matchAll(/access pattern (\d+)/gi)].map(([, number]) => Number(number)),
  );

  it('lists every access pattern that a repository cites', () => {
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((number) => !listed.includes(number))).toEqual([]);
  });

  it('numbers its patterns from 1 without a gap', () => {
    expect(listed).toEqual(listed.map((_number, index) => index + 1));
  });

  it('names every kind of key', () => {
    const spelled = [...read('shared/data/keys.ts').matchAll(/sk: [`']([A-Z]+)/g)].map(([, kind = '']) => kind);
    expect(spelled.length).toBeGreaterThan(8);
    expect(spelled.filter((kind) => !read('docs/TABLE.md').includes(`\`${kind}`))).toEqual([]);
  });
});

describe('the documentation', () => {
  const pages = ['README.md', 'tests/bench/README.md', ...filesIn('docs', '.md')];

  it('resolves every relative link', () => {
    const broken = pages.flatMap((page) =>
      linksIn(read(page)).flatMap((link) => (leadsSomewhere(page, link) ? [] : [`${page}: ${link}`])),
    );
    expect(broken).toEqual([]);
  });

  it('names no file or folder of the project that is not there', () => {
    const named = pages.flatMap((page) => pathsIn(read(page)).map((path) => ({ page, path })));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('lists every decision in their index, and every command in package.json', () => {
    const index = read('docs/decisions/README.md');
    const decisions = readdirSync(join(root, 'docs/decisions')).filter((file) => file !== 'README.md');
    expect(decisions.filter((file) => !index.includes(`(${file})`))).toEqual([]);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it('keeps the README short', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(181);
  });
});

/** Those that are spelled out as code, from the root; a pattern for several is none. */
const pathsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:cli|docs|examples|functions|infra|local|scripts|shared|statemachines|studio|tests|web)\/[\w./-]+)`/g,
    ),
  ].map(([, path = '']) => path);

const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(root, page) : resolve(root, dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

/** Ids of headings, as GitHub makes them, and those written by hand. */
const anchorsOf = (text: string): string[] => [
  ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  ),
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
];
