// Size of every Lambda bundle and the time plain Node takes to import it, as deployed: minified ESM with the SDK inside.
// `npm run bench:bundles` synthesises the stacks, then starts each bundle in a process of its own, seven times, and takes the median.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { lambdaNames } from '../../shared/contracts/lambdas.ts';
import { sampleEnvironment } from '../support/sample-environment.ts';

const rounds = 7;
const output = await mkdtemp(join(tmpdir(), 'astromedia-bundles-'));
const synthesis = spawnSync('cdk', ['synth', '--quiet', '--output', output], {
  stdio: ['ignore', 'ignore', 'ignore'],
});
if (synthesis.status !== 0) throw new Error('cdk synth failed: run `npm run synth` to see why');

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.unknown(), Metadata: z.unknown().optional() }),
  ),
});
const functionSchema = z.object({ Description: z.string().optional(), Environment: z.unknown() });
const metadataSchema = z.object({ 'aws:asset:path': z.string(), 'aws:cdk:path': z.string() });

const bundles = new Map<string, string>();
for (const file of (await readdir(output)).filter((name) => name.endsWith('.template.json'))) {
  const { Resources } = templateSchema.parse(JSON.parse(await readFile(join(output, file), 'utf8')));
  for (const { Type, Properties, Metadata } of Object.values(Resources)) {
    const metadata = metadataSchema.safeParse(Metadata);
    if (Type !== 'AWS::Lambda::Function' || !metadata.success || !functionSchema.safeParse(Properties).success)
      continue;
    const id = metadata.data['aws:cdk:path'].split('/').at(-2) ?? '';
    const name = lambdaNames.find(
      (lambda) =>
        lambda.replaceAll('-', '') ===
        id
          .toLowerCase()
          .replaceAll('-', '')
          .replace(/function$/, ''),
    );
    if (name) bundles.set(name, join(output, metadata.data['aws:asset:path']));
  }
}

const program = `const begun = performance.now(); const { handler } = await import(process.argv[1]); if (typeof handler !== 'function') throw new Error('no handler'); console.log(performance.now() - begun);`;

console.log('| function | bundle KB | import to ready, ms (median of 7) |\n|---|---|---|');
for (const name of lambdaNames) {
  const directory = bundles.get(name);
  if (!directory) throw new Error(`No bundle of ${name} in the synthesised stacks`);
  const entry = join(directory, 'index.mjs');
  const times = Array.from({ length: rounds }, () => timeOf(entry)).sort((one, other) => one - other);
  console.log(
    `| ${name} | ${((await stat(entry)).size / 1024).toFixed(0)} | ${(times[Math.floor(rounds / 2)] ?? 0).toFixed(0)} |`,
  );
}
await rm(output, { recursive: true, force: true });

function timeOf(entry: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, entry], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], AWS_REGION: 'us-east-1', ...sampleEnvironment },
  });
  if (status !== 0) throw new Error(`${entry} does not load: ${stderr.slice(-600)}`);
  return Number(stdout.trim().split('\n').at(-1));
}
