// Everything CI looks at, in the order in which it is cheapest to fail: `npm run check`. The suites that start services are
// `npm test` and .ci/run.
import { spawnSync } from 'node:child_process';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Looks at what the command printed; answers with what is wrong with it. */
  readonly inspect?: (output: string) => string | undefined;
}

/** A cruise that finds fewer modules has lost its sight, not its faults: the compiler API it reads with may have changed. */
const fewestModules = 300;

const modulesSeen = (output: string): string | undefined => {
  const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? 0);
  return modules >= fewestModules ? undefined : `saw ${modules} modules, but there are at least ${fewestModules}`;
};

const steps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of what the browser runs', command: ['tsc', '-p', 'web'] },
  {
    name: 'boundaries',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'cli',
      'shared',
      'studio',
      'functions',
      'infra',
      'local',
      'web',
      'scripts',
    ],
    inspect: modulesSeen,
  },
  { name: 'unused code', command: ['knip', '--no-config-hints'] },
  { name: 'campaigns of the evaluation', command: ['node', 'tests/eval/eval.ts', '--check'] },
  { name: 'API description', command: ['node', 'scripts/openapi/write.ts', '--check'] },
  { name: 'synthesis with cdk-nag', command: ['cdk', 'synth', '--quiet'] },
];

let failed = 0;
for (const { name, command, inspect } of steps) {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const fault = status === 0 ? inspect?.(stdout) : `exit ${status}`;
  console.log(`${fault ? '✗' : '✓'} ${name}${fault ? `: ${fault}` : ''}`);
  if (fault) {
    failed += 1;
    console.log(`${stdout}${stderr}`);
  }
}
console.log(`${steps.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
