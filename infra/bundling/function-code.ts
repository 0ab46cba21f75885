// Where a Lambda's code comes from: bundled by the local esbuild and never by Docker.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import type { LambdaName } from '../../shared/contracts/lambdas.ts';

/** The properties of a function that say where its code comes from. A stack that need not be bundled (tests) gets a placeholder. */
export function functionCode(scope: Construct, name: LambdaName) {
  const code = Stack.of(scope).bundlingRequired
    ? Code.fromAsset(join(bundlesOf(scope.node.root), name))
    : Code.fromInline('exports.handler = async () => {};');
  return { code, handler: 'index.handler' };
}

const bundled = new WeakMap<IConstruct, string>();

/** The directory with the bundles of all functions, made once for each synthesis; CDK copies what it takes. */
function bundlesOf(app: IConstruct): string {
  const known = bundled.get(app);
  if (known) return known;
  const directory = mkdtempSync(join(tmpdir(), 'astromedia-bundles-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const program = fileURLToPath(new URL('./bundle-functions.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [program, directory], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The functions cannot be bundled: esbuild says why above; without it, run npm ci');
  bundled.set(app, directory);
  return directory;
}
