// What every bundle of this project has in common, whoever makes it: CDK for the functions, add-media-studio.ts for the studio's workers.
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Some CommonJS packages call `require` for Node's own modules; an ES module has none of its own. */
export const bundleBanner =
  "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url);";

/** Packages that read files lying next to their code: those files are copied beside the bundle instead of into it. */
export const studioPackages = ['canvaskit-wasm', 'canvaskit-wasm/full', 'h264-mp4-encoder'] as const;
