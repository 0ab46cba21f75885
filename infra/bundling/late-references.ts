import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** The file beside index.mjs with what decodes character references: 30 KB, most of it their names, and a table made of them at the start. */
export const referencesFile = 'character-references';

/**
 * Texts are cleaned while they are checked, which waits for nothing, so `import()` cannot bring what decodes references. It becomes a program of its
 * own, which character-references.ts requires with the first text that may hold one. Few do.
 */
export const lateReferences: Plugin = {
  name: 'late-references',
  setup({ onResolve }) {
    onResolve({ filter: /^entities\/decode$/ }, ({ kind }) =>
      kind === 'entry-point'
        ? undefined
        : { path: fileURLToPath(new URL('./character-references.ts', import.meta.url)) },
    );
  },
};
