// What every bundle has in common: one ES module for Node 24, minified, the AWS SDK inside. What is imported with `import()` becomes a file of its own
// beside it, which is read when it is first needed.
import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';
import { builtinsAsUsed } from './builtins-as-used.ts';
import { directImports } from './direct-imports.ts';
import { lateReferences } from './late-references.ts';
import { nativeFunctions, sparingSdk, versionsOnly } from './leave-out.ts';
import { zodByName } from './zod-by-name.ts';
import { zodEnglishOnly } from './zod-english-only.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Packages that read files lying next to their code: those files are copied beside the bundle instead of into it. */
const studioPackages = ['canvaskit-wasm', 'canvaskit-wasm/full', 'h264-mp4-encoder', '@contentauth/c2pa-wasm'];

export const bundleFormat = {
  absWorkingDir: projectRoot,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  // Some CommonJS packages call `require` for Node's own modules; an ES module has none of its own.
  banner: { js: 'const require = process.getBuiltinModule;' },
  alias: {
    '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./function-credentials.ts', import.meta.url)),
    '@aws-sdk/middleware-endpoint-discovery': fileURLToPath(new URL('./no-endpoint-discovery.ts', import.meta.url)),
  },
  // React, which draws the report, is also there for developers, and asks this way.
  define: { 'process.env.NODE_ENV': '"production"' },
  external: studioPackages,
  plugins: [
    zodEnglishOnly,
    zodByName,
    lateReferences,
    sparingSdk,
    directImports,
    nativeFunctions,
    versionsOnly,
    builtinsAsUsed,
  ],
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
} as const satisfies BuildOptions;
