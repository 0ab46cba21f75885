// Starts the CDK command line of this project, and nothing else of that name.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeployFailed } from './deploy-error.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface CdkRun {
  readonly exitCode: number;
  readonly seconds: number;
  /** What it printed, both streams together; empty when it was shown instead. */
  readonly output: string;
}

interface CdkOptions {
  /** Variables on top of this process's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Hands the terminal to CDK, which may then ask; otherwise its words are kept. */
  readonly interactive?: boolean;
  /** Where it runs; outside the project it finds no app. */
  readonly workingDirectory?: string;
}

/** Runs `cdk` with the arguments to its end, whatever that is. */
export function runCdk(args: readonly string[], options: CdkOptions = {}): Promise<CdkRun> {
  const { environment = {}, interactive = false, workingDirectory = projectRoot } = options;
  const startedAt = performance.now();
  const program = join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const child = spawn(process.execPath, [program, ...args], {
    cwd: workingDirectory,
    env: { ...process.env, ...environment },
    stdio: interactive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise<CdkRun>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ exitCode: code ?? 1, seconds: (performance.now() - startedAt) / 1000, output }),
    );
  });
}

/** Runs `cdk` and throws DeployFailed with the end of its output when it does not succeed. */
export async function mustRunCdk(args: readonly string[], options?: CdkOptions): Promise<CdkRun> {
  const run = await runCdk(args, options);
  if (run.exitCode === 0) return run;
  const lastLines = run.output.trimEnd().split('\n').slice(-25).join('\n');
  throw new DeployFailed(`cdk ${args[0]} failed with exit code ${run.exitCode}\n${lastLines}`.trimEnd());
}
