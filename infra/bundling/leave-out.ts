// What packages bring along for others than us: polyfills of what Node has, whole manifests for the sake of a version, settings in files, descriptions of
// schemas that nobody asks for. esbuild cannot tell that they are never used.
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** twitter-text is compiled for browsers of long ago: `core-js-pure/stable/array/is-array.js` is `Array.isArray`, `…/instance/slice.js` what `it.slice` is. */
export const nativeFunctions: Plugin = {
  name: 'native-functions',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^core-js-pure\/stable\// }, ({ path }) => ({ path, namespace: 'native' }));
    onLoad({ filter: /.*/, namespace: 'native' }, ({ path }) => {
      const [, owner = '', name = ''] = /stable\/([a-z]+)\/([a-z-]+)\.js$/.exec(path) ?? [];
      const method = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
      if (owner === 'instance') return { contents: `module.exports = (it) => it.${method};` };
      const global = { array: Array, object: Object }[owner];
      if (!global || !(method in global)) throw new Error(`${path} is no function of Node: name what stands in for it`);
      return { contents: `module.exports = ${global.name}.${method}.bind(${global.name});` };
    });
  },
};

/** Each client of the SDK reads its version, for its user agent, from a package.json of two kilobytes. */
export const versionsOnly: Plugin = {
  name: 'versions-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, ({ path }) => {
      const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};

/** Files of the SDK's core that bring more than a function has use for, by the end of their path, and what stands in for each. */
const sparing: Readonly<Record<string, string>> = {
  // A function's settings are in its environment. Its first call would look for files of settings in a home directory, which it has not.
  'shared-ini-file-loader/loadSharedConfigFiles.js': `
    export { CONFIG_PREFIX_SEPARATOR } from './constants';
    export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  // The global `crypto`, which is asked otherwise, brings the whole of WebCrypto and the streams of the web.
  'uuid/v4.js': `
    import { randomUUID } from 'node:crypto';
    export const bindV4 = () => () => randomUUID();`,
};

/** Before the other plugins that read the SDK's files: the first that answers is taken. */
export const sparingSdk: Plugin = {
  name: 'sparing-sdk',
  setup({ onLoad }) {
    for (const [file, contents] of Object.entries(sparing)) {
      const filter = new RegExp(
        `[\\\\/]@smithy[\\\\/]core[\\\\/].*[\\\\/]${file.replace('/', '[\\\\/]').replace('.', '\\.')}$`,
      );
      onLoad({ filter }, ({ path }) => ({ contents, resolveDir: dirname(path) }));
    }
  },
};

/** What else zod reads there: the bounds that a schema says of itself. */
const kept: ReadonlySet<string> = new Set(['aggregateChecks']);
const whole = '?whole';

/** Every schema of zod carries what describes it as JSON Schema, 18 KB. Only who asks models needs it; elsewhere a call says that it is not there. */
export const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ },
      ({ path, suffix }) => {
        if (suffix === whole) return undefined;
        const code = readFileSync(path, 'utf8');
        const names = [...code.matchAll(/^export (?:(?:const|function) |\{ \w+ as )(\w+)/gm)].map(([, name]) => name);
        const makers = /^create\w+Method$/;
        return {
          contents: [
            `const absent = () => { throw new Error('JSON Schema is left out of this bundle: see infra/bundling/leave-out.ts'); };`,
            `export { ${[...kept].filter((name) => names.includes(name)).join(', ')} } from './${basename(path)}${whole}';`,
            ...names
              .filter((name = '') => !kept.has(name))
              .map((name = '') => `export const ${name} = ${makers.test(name) ? '() => absent' : 'absent'};`),
          ].join('\n'),
        };
      },
    );
  },
};
