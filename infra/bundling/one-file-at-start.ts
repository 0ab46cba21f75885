import type { Plugin } from 'esbuild';

const late = 'late';

/**
 * Puts what a function reads at its start into one file. esbuild cuts what is shared by which of the late parts share it, so that thirty small files
 * would be read one after the other. Here each late part also imports the function itself, which is there by then, so that all of it is shared by all.
 */
export const oneFileAtStart = (entry: string): Plugin => ({
  name: 'one-file-at-start',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, namespace }) => {
      if (kind !== 'dynamic-import' || namespace === late) return undefined;
      const found = await resolve(path, { kind: 'import-statement', importer, resolveDir, namespace });
      if (found.external || !/\.[jt]sx?$/.test(found.path)) return undefined;
      return { path: found.path, namespace: late, pluginData: resolveDir };
    });
    onLoad({ filter: /./, namespace: late }, ({ path, pluginData }) => ({
      contents: `import ${JSON.stringify(entry)}; export * from ${JSON.stringify(path)};`,
      resolveDir: pluginData,
    }));
  },
});
