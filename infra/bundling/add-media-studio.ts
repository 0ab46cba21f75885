// Run by CDK after it bundled a function that calls models, with the output directory as argument: puts the offline studio's workers, WebAssembly and fonts beside
// index.mjs, so that the function works with nothing else installed.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleBanner, projectRoot, studioPackages } from './bundle-format.ts';
import { copyPackageFiles } from './copy-package-files.ts';

const studioDirectory = join(projectRoot, 'studio/media');

/** Files of a package that are needed at run time. */
const packageFiles = [
  '@resvg/resvg-wasm/package.json',
  '@resvg/resvg-wasm/index.mjs',
  '@resvg/resvg-wasm/index_bg.wasm',
  '@jsquash/jpeg/package.json',
  '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm',
  'harfbuzzjs/package.json',
  'harfbuzzjs/dist/index.mjs',
  'harfbuzzjs/dist/harfbuzz.js',
  'harfbuzzjs/dist/harfbuzz.wasm',
  'h264-mp4-encoder/package.json',
  'h264-mp4-encoder/embuild/dist/h264-mp4-encoder.node.js',
];

const outputDirectory = process.argv[2];
if (!outputDirectory) throw new Error('Pass the directory of the bundle: node add-media-studio.ts <directory>');
bundleWorkers(outputDirectory);
copyPackageFiles([...packageFiles, ...fontsNamedIn(outputDirectory), ...notoFonts()], outputDirectory);

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

/** Fonts of the scripts that names are written in: of each package the one file per subset that varies in weight, without Latin, which has faces of its own. */
function notoFonts(): string[] {
  const scope = '@fontsource-variable';
  return readdirSync(join(projectRoot, 'node_modules', scope)).flatMap((name) => {
    const files = readdirSync(join(projectRoot, 'node_modules', scope, name, 'files'));
    const needed = files.filter((file) => file.endsWith('-wght-normal.woff2') && !/-latin(-ext)?-wght/.test(file));
    return ['package.json', 'unicode.json', ...needed.map((file) => `files/${file}`)].map(
      (file) => `${scope}/${name}/${file}`,
    );
  });
}

/** The font files that the bundled code asks for by name: a family weighs 8 MB, the faces in use a tenth of it. */
function fontsNamedIn(directory: string): string[] {
  const bundles = readdirSync(directory).filter((file) => file.endsWith('.mjs'));
  const code = bundles.map((file) => readFileSync(join(directory, file), 'utf8')).join('\n');
  const files = new Set([...code.matchAll(/[\w-]+\/\w+\/\w+\.ttf/g)].map(([file]) => `@expo-google-fonts/${file}`));
  if (files.size === 0) throw new Error('The bundle names no font file: without fonts pictures have no text');
  return [...files];
}
