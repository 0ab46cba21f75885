import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Packages of model providers write `import { z } from 'zod/v4'`: an object with all of zod, which esbuild keeps whole. As a namespace,
 * `import * as z`, it is the same to them, and esbuild keeps the exports that are used: 75 KB less of each bundle that may ask models.
 */
export const zodByName: Plugin = {
  name: 'zod-by-name',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]@ai-sdk[\\/].*\.m?js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(
        /^import \{ z(?: as (\w+))? \} from (["']zod(?:\/v4)?["']);/gm,
        (_, name = 'z', specifier) => `import * as ${name} from ${specifier};`,
      ),
      loader: 'js',
    }));
  },
};
