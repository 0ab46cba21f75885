import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const namespace = 'builtin';

/**
 * Takes Node's own modules without `import`. To import one, Node reads every property that it has, and some are made when they are read: standard
 * input and output of `node:process`, `fs.promises`, the whole of WebCrypto. Here a bundle reads those that it uses.
 */
export const builtinsAsUsed: Plugin = {
  name: 'builtins-as-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z:_/0-9]+$/ }, ({ path, kind }) =>
      kind === 'import-statement' && isBuiltin(path) ? { path, namespace, sideEffects: false } : undefined,
    );
    onLoad({ filter: /./, namespace }, ({ path }) => ({ contents: read(path) }));
  },
};

const requireBuiltin = createRequire(import.meta.url);

/** Each export on its own, so that esbuild leaves out what nobody imports. */
const read = (path: string): string =>
  [
    `const module = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(path)});`,
    'const of = (name) => module[name];',
    'export default module;',
    ...Object.keys(requireBuiltin(path))
      .filter((name) => name !== 'default')
      .map((name) => `export const ${name} = /* @__PURE__ */ of(${JSON.stringify(name)});`),
  ].join('\n');
