// Run by CDK after it bundled a function that calls models, with the output directory as argument: puts the offline studio's workers, WebAssembly and fonts beside
// index.mjs, so that the function works with nothing else installed.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleBanner, projectRoot, studioPackages } from './bundle-format.ts';
import { copyPackageFiles } from './copy-package-files.ts';

const studioDirectory = join(projectRoot, 'studio/media');

/** Files of a package that are needed at run time. */
const packageFiles = [
  'canvaskit-wasm/package.json',
  'canvaskit-wasm/bin/full/canvaskit.js',
  'canvaskit-wasm/bin/full/canvaskit.wasm',
  'h264-mp4-encoder/package.json',
  'h264-mp4-encoder/embuild/dist/h264-mp4-encoder.node.js',
];

const outputDirectory = process.argv[2];
if (!outputDirectory) throw new Error('Pass the directory of the bundle: node add-media-studio.ts <directory>');
bundleWorkers(outputDirectory);
copyPackageFiles([...packageFiles, ...fonts()], outputDirectory);

/** Each `…-worker.ts` becomes `…-worker.mjs` beside index.mjs, where `new URL('./…-worker.mjs', import.meta.url)` finds it. */
function bundleWorkers(directory: string): void {
  const workers = readdirSync(studioDirectory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-worker.ts'),
  );
  if (workers.length === 0) throw new Error(`No *-worker.ts below ${studioDirectory}: the studio cannot encode videos`);
  for (const worker of workers) {
    buildSync({
      entryPoints: [join(studioDirectory, worker)],
      outfile: join(directory, `${basename(worker, '.ts')}.mjs`),
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      banner: { js: bundleBanner },
      external: [...studioPackages],
      minify: true,
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'warning',
    });
  }
}

/** Of each font package the one upright file per subset that varies as the studio asks: own families in weight and optical size, those of other scripts in weight, without Latin, which has families of its own. */
function fonts(): string[] {
  const scope = join(projectRoot, 'node_modules/@fontsource-variable');
  return readdirSync(scope).flatMap((name) => {
    const wanted = name.startsWith('noto-') ? /(?<!-latin|-latin-ext)-wght-normal\.woff2$/ : /-opsz-normal\.woff2$/;
    const files = readdirSync(join(scope, name, 'files')).filter((file) => wanted.test(file));
    if (files.length === 0) throw new Error(`${name} has no font for the studio: without fonts pictures have no text`);
    return ['package.json', 'unicode.json', ...files.map((file) => `files/${file}`)].map(
      (file) => `@fontsource-variable/${name}/${file}`,
    );
  });
}
