// What functions read from files at run time, and what computes in workers: it lies beside their bundle, so that they work with nothing else installed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LambdaName, lambdas } from '../../shared/contracts/lambdas.ts';
import { projectRoot } from './bundle-format.ts';

const studioDirectory = 'studio/media';

const studioFiles = [
  'canvaskit-wasm/package.json',
  'canvaskit-wasm/bin/full/canvaskit.js',
  'canvaskit-wasm/bin/full/canvaskit.wasm',
  'h264-mp4-encoder/package.json',
  'h264-mp4-encoder/embuild/dist/h264-mp4-encoder.node.js',
  // What signs Content Credentials: read only where a certificate is set.
  '@contentauth/c2pa-wasm/package.json',
  '@contentauth/c2pa-wasm/pkg/c2pa.js',
  '@contentauth/c2pa-wasm/pkg/c2pa_bg.wasm',
];

const reportFonts = [
  '@fontsource-variable/inter/package.json',
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  '@fontsource-variable/inter/LICENSE',
  '@fontsource-variable/source-serif-4/package.json',
  '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  '@fontsource-variable/source-serif-4/LICENSE',
];

const viewerOfTheDocs = [
  'swagger-ui-dist/package.json',
  'swagger-ui-dist/swagger-ui.css',
  'swagger-ui-dist/swagger-ui-bundle.js',
  'swagger-ui-dist/LICENSE',
  'swagger-ui-dist/NOTICE',
];

/** Files of installed packages, from node_modules, that belong into node_modules beside the bundle. */
export function packageFilesOf(name: LambdaName): readonly string[] {
  if (hasStudio(name)) return [...studioFiles, ...studioFonts()];
  if (name === 'exports') return reportFonts;
  return name === 'docs' ? viewerOfTheDocs : [];
}

/** Files of ours, which lie beside the bundle, where `new URL('./outputs.css', import.meta.url)` finds them. */
export const ownFilesOf = (name: LambdaName): readonly string[] =>
  name === 'exports' ? ['shared/outputs/outputs.css'] : [];

/** Programs that run in workers: each `…-worker.ts` becomes `…-worker.mjs`, where `new URL('./…-worker.mjs', import.meta.url)` finds it. */
export function workersOf(name: LambdaName): readonly string[] {
  if (!hasStudio(name)) return [];
  const files = readdirSync(join(projectRoot, studioDirectory), { recursive: true, encoding: 'utf8' });
  const workers = files.filter((file) => file.endsWith('-worker.ts'));
  if (workers.length === 0) throw new Error(`No *-worker.ts below ${studioDirectory}: the studio cannot encode videos`);
  return workers.map((file) => join(studioDirectory, file));
}

const hasStudio = (name: LambdaName): boolean => 'studio' in lambdas[name];

/** What studio/media/text/fonts.ts draws with: other packages of fonts are the application's. */
const isOfStudio = (name: string): boolean => ['inter', 'source-serif-4'].includes(name) || name.startsWith('noto-');

/** Of each of its font packages the one upright file per subset that varies as the studio asks: own families in weight and optical size, those of other scripts in weight, without Latin, which has families of its own. */
function studioFonts(): string[] {
  const scope = join(projectRoot, 'node_modules/@fontsource-variable');
  return readdirSync(scope)
    .filter(isOfStudio)
    .flatMap((name) => {
      const wanted = name.startsWith('noto-') ? /(?<!-latin|-latin-ext)-wght-normal\.woff2$/ : /-opsz-normal\.woff2$/;
      const files = readdirSync(join(scope, name, 'files')).filter((file) => wanted.test(file));
      if (files.length === 0)
        throw new Error(`${name} has no font for the studio: without fonts pictures have no text`);
      return ['package.json', 'unicode.json', ...files.map((file) => `files/${file}`)].map(
        (file) => `@fontsource-variable/${name}/${file}`,
      );
    });
}
