import type { Plugin } from 'esbuild';

/**
 * Leaves zod its English sentences. Whoever writes `import { z } from 'zod'`, as packages do that cannot know their bundler, brings fifty
 * languages along, 250 KB of every bundle, which esbuild cannot tell from what is used.
 */
export const zodEnglishOnly: Plugin = {
  name: 'zod-english-only',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[\\/]locales[\\/]index\.c?js$/ }, ({ importer, resolveDir }) =>
      /[\\/]node_modules[\\/]zod[\\/]/.test(importer)
        ? { path: 'locales', namespace: 'zod-english', pluginData: resolveDir, sideEffects: false }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'zod-english' }, ({ pluginData }) => ({
      contents: "export { default as en } from '../locales/en.js';",
      resolveDir: pluginData,
    }));
  },
};
