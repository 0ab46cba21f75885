// Bundles every function, with what lies beside it, into a folder of its own below the given directory. A program, because esbuild takes plugins only
// where it may be waited for, and CDK waits for nobody; all functions at once, because most of what they hold is the same. Only those named after the
// directory, where some are named.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { type LambdaName, lambdaNames, lambdas } from '../../shared/contracts/lambdas.ts';
import { bundleFormat, projectRoot } from './bundle-format.ts';
import { ownFilesOf, packageFilesOf, workersOf } from './files-beside.ts';
import { referencesFile } from './late-references.ts';
import { noJsonSchema } from './leave-out.ts';
import { oneFileAtStart } from './one-file-at-start.ts';

const [outputDirectory, ...named] = process.argv.slice(2);
if (!outputDirectory)
  throw new Error('Pass the directory of the bundles: node bundle-functions.ts <directory> [name…]');
const wanted = lambdaNames.filter((name) => named.length === 0 || named.includes(name));
await Promise.all(wanted.map((name) => bundleFunction(name, join(outputDirectory, name))));

async function bundleFunction(name: LambdaName, directory: string): Promise<void> {
  const { outputFiles } = await build({
    ...bundleFormat,
    plugins: [
      oneFileAtStart(join(projectRoot, lambdas[name].entry)),
      ...bundleFormat.plugins,
      ...('studio' in lambdas[name] ? [] : [noJsonSchema]),
    ],
    entryPoints: [
      { in: lambdas[name].entry, out: 'index' },
      { in: 'entities/decode', out: referencesFile },
      ...workersOf(name).map((file) => ({ in: file, out: basename(file, '.ts') })),
    ],
    // Source maps name their sources from here: the same on every machine, so that the same code makes the same bundle.
    outdir: join(projectRoot, 'dist'),
    write: false,
  });
  mkdirSync(directory, { recursive: true });
  const decodes = outputFiles.some(
    ({ path, text }) => path.endsWith('.mjs') && text.includes(`./${referencesFile}.mjs`),
  );
  for (const { path, contents } of outputFiles)
    if (decodes || !basename(path).startsWith(referencesFile)) writeFileSync(join(directory, basename(path)), contents);
  for (const file of ownFilesOf(name)) cpSync(join(projectRoot, file), join(directory, basename(file)));
  for (const file of packageFilesOf(name)) copyPackageFile(file, directory);
}

function copyPackageFile(file: string, directory: string): void {
  const target = join(directory, 'node_modules', file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(projectRoot, 'node_modules', file), target);
}
