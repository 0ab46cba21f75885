// Size of every Lambda bundle and the time plain Node takes to import it, as deployed: minified ESM with the SDK inside.
// `npm run bench:bundles` bundles the functions, then starts each bundle in a process of its own, seven times, and takes the median.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lambdaNames } from '../../shared/contracts/lambdas.ts';
import { filesLoadedAtStart } from '../infra/files-loaded-at-start.ts';
import { sampleEnvironment } from '../support/sample-environment.ts';

const rounds = 7;
const output = await mkdtemp(join(tmpdir(), 'astromedia-bundles-'));
const bundler = fileURLToPath(new URL('../../infra/bundling/bundle-functions.ts', import.meta.url));
if (spawnSync(process.execPath, [bundler, output], { stdio: 'inherit' }).status !== 0)
  throw new Error('The functions cannot be bundled: see above');

const program = `const begun = performance.now(); const { handler } = await import(process.argv[1]); if (typeof handler !== 'function') throw new Error('no handler'); console.log(performance.now() - begun);`;

console.log(
  '| function | loaded at start, KB | everything, KB | import to ready, ms (median of 7) |\n|---|---|---|---|',
);
for (const name of lambdaNames) {
  const directory = join(output, name);
  const everything = (await readdir(directory)).filter((file) => file.endsWith('.mjs'));
  const kilobytes = await Promise.all([
    sizeOf(filesLoadedAtStart(directory)),
    sizeOf(everything.map((file) => join(directory, file))),
  ]);
  const times = Array.from({ length: rounds }, () => timeOf(join(directory, 'index.mjs')));
  const median = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
  console.log(`| ${[name, ...[...kilobytes, median].map((figure) => figure.toFixed(0))].join(' | ')} |`);
}
await rm(output, { recursive: true, force: true });

async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

function timeOf(entry: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, entry], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], AWS_REGION: 'us-east-1', ...sampleEnvironment },
  });
  if (status !== 0) throw new Error(`${entry} does not load: ${stderr.slice(-600)}`);
  return Number(stdout.trim().split('\n').at(-1));
}
