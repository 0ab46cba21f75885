// The SDK's packages import each other through files that only list exports. For esbuild whoever imports such a list may need all of it, so what a part
// that is read late takes from it would be read at the start. This plugin names the file that each export comes from instead.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';

/** Where a name comes from. */
interface Origin {
  readonly path: string;
  readonly name: string;
}
type Resolve = (specifier: string, importer: string) => Promise<{ path: string; isPure: boolean }>;

const statement = /^(import|export) \{([^}]*)\} from ["']([^"']+)["'];/gm;
const nothingElse = /^(?:export \{[^}]*\} from ["'][^"']+["'];\s*)+$/;

export const directImports: Plugin = {
  name: 'direct-imports',
  setup(build) {
    const resolve = resolverOf(build);
    const ofTheSdk = /[\\/]node_modules[\\/]@(?:aws-sdk|smithy)[\\/].*\.js$/;
    const ofOurs = /[\\/]shared[\\/]runtime[\\/]clients[\\/].*\.ts$/;
    build.onLoad({ filter: ofTheSdk }, async ({ path }) => ({ contents: await direct(path, resolve), loader: 'js' }));
    build.onLoad({ filter: ofOurs }, async ({ path }) => ({ contents: await direct(path, resolve), loader: 'ts' }));
  },
};

const resolverOf =
  ({ resolve }: PluginBuild): Resolve =>
  async (specifier, importer) => {
    const { path, sideEffects } = await resolve(specifier, {
      importer,
      resolveDir: dirname(importer),
      kind: 'import-statement',
    });
    return { path, isPure: !sideEffects };
  };

/** All functions are bundled by one process, and most of what they hold is the same. */
const rewritten = new Map<string, Promise<string>>();
function direct(path: string, resolve: Resolve): Promise<string> {
  const known = rewritten.get(path) ?? rewrite(path, resolve);
  rewritten.set(path, known);
  return known;
}

async function rewrite(path: string, resolve: Resolve): Promise<string> {
  const text = await readFile(path, 'utf8');
  const parts = await Promise.all(
    [...text.matchAll(statement)].map(async ([whole, kind = '', names = '', specifier = '']) => {
      const list = await listAt(specifier, path, resolve);
      return list ? await apart(kind, namesIn(names), list, resolve) : whole;
    }),
  );
  return text.replaceAll(statement, () => parts.shift() ?? '');
}

/** `a, b as c` as pairs of the name there and the name here. */
const namesIn = (names: string): [there: string, here: string][] =>
  names
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [there = '', here = there] = part.split(/\s+as\s+/);
      return [there, here];
    });

/** One statement for each name, of the file that makes it. */
async function apart(kind: string, names: [string, string][], list: List, resolve: Resolve): Promise<string> {
  const statements = names.map(async ([there, here]) => {
    const { path, name } = await originOf(there, list, resolve);
    return `${kind} { ${name} as ${here} } from ${JSON.stringify(path)};`;
  });
  return (await Promise.all(statements)).join(' ');
}

interface List {
  readonly path: string;
  readonly names: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>;
}
const lists = new Map<string, Promise<List | undefined>>();

/** What the import names, if it is a file that only lists exports and does nothing else. */
async function listAt(specifier: string, importer: string, resolve: Resolve): Promise<List | undefined> {
  const { path, isPure } = await resolve(specifier, importer);
  if (!isPure || !path.endsWith('.js')) return undefined;
  const known = lists.get(path) ?? readList(path);
  lists.set(path, known);
  return known;
}

async function readList(path: string): Promise<List | undefined> {
  const text = await readFile(path, 'utf8');
  if (!nothingElse.test(text)) return undefined;
  const names = [...text.matchAll(statement)].flatMap(([, , listed = '', specifier = '']) =>
    namesIn(listed).map(([there, here]) => [here, { specifier, name: there }] as const),
  );
  return { path, names: new Map(names) };
}

async function originOf(name: string, list: List, resolve: Resolve): Promise<Origin> {
  const listed = list.names.get(name);
  if (!listed) return { path: list.path, name }; // esbuild says what is missing
  const further = await listAt(listed.specifier, list.path, resolve);
  if (further) return originOf(listed.name, further, resolve);
  return { path: (await resolve(listed.specifier, list.path)).path, name: listed.name };
}
