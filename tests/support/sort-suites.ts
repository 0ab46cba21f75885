// Sorts suites by what they start, as their imports tell: a suite is a unit suite as long as nothing that it imports, however indirectly,
// starts a service, a process or a thread, or synthesises stacks. So no list goes stale, and nobody has to remember a name.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders with suites of the code beside them, and the folder of suites about the whole. */
const folders = '{cli,functions,infra,local,shared,statemachines,studio,scripts,web}/**/*.test.ts';
const suitesAboutTheWhole = 'tests/**/*.test.ts';

/** What makes a suite more than a unit suite, by the module that it imports. */
const starters: readonly RegExp[] = [
  /^local\//,
  /^tests\/infra\/synthesise\.ts$/,
  /^tests\/support\/mortal-platform\.ts$/,
];
const starterPackages = /from '(aws-cdk-lib|cdk-nag|constructs|node:child_process|node:worker_threads)/;

export interface Suites {
  readonly unit: readonly string[];
  readonly service: readonly string[];
}

/** Every suite below `root`, by what it starts. */
export function sortSuites(root: string): Suites {
  const known = new Map<string, boolean>();
  const starts = (file: string): boolean => {
    const found = known.get(file);
    if (found !== undefined) return found;
    known.set(file, false); // a cycle asks again before the answer is there
    const text = readFileSync(join(root, file), 'utf8');
    const answer =
      starters.some((pattern) => pattern.test(file)) ||
      starterPackages.test(text) ||
      importsOf(file, text, root).some(starts);
    known.set(file, answer);
    return answer;
  };
  const ofCode = globSync(folders, { cwd: root });
  const aboutTheWhole = globSync(suitesAboutTheWhole, { cwd: root, exclude: ['**/node_modules/**'] });
  return {
    unit: ofCode.filter((file) => !starts(file)),
    service: [...ofCode.filter(starts), ...aboutTheWhole],
  };
}

/** Modules of the project that a file needs when it runs: types leave nothing behind. */
function importsOf(file: string, text: string, root: string): string[] {
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from '(\.[^']+)';|import\('(\.[^']+)'\)/gm);
  return [...statements]
    .map(([, fixed, late]) => join(dirname(file), fixed ?? late ?? ''))
    .filter((path) => path.endsWith('.ts') && existsSync(join(root, path)));
}
