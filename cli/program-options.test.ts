import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UsageError } from './command-errors.ts';
import { readCount } from './program-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };

describe('the command line of a program', () => {
  it('takes a whole number, or what is usual', () => {
    expect(readCount([], 'Rounds', 7, 'usage')).toBe(7);
    expect(readCount(['12'], 'Rounds', 7, 'usage')).toBe(12);
  });

  it.each([['0'], ['-1'], ['1.5'], ['many'], [''], ['1e9'], ['3', '4']])(
    'refuses %s, and says how it is used',
    (...words) => {
      expect(() => readCount(words, 'Rounds', 7, 'Usage: this')).toThrow(UsageError);
      expect(() => readCount(words, 'Rounds', 7, 'Usage: this')).toThrow(/Usage: this/);
    },
  );

  // They would begin to work otherwise, some of them for minutes, and with a number that is none.
  it.each([
    'models',
    'doctor',
    'eval',
    'eval:models',
    'openapi',
    'screenshots',
    'bench:makespan',
    'bench:load',
    'bench:api',
    'bench:providers',
    'deploy',
  ])('npm run %s refuses an option that it does not have, in a sentence and without a trace', (name) => {
    const [command = '', ...words] = (scripts[name] ?? '').split(' ');
    expect(command).toBe('node');
    const program = words.at(-1) ?? '';
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--no-such'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toContain('There is no option --no-such.');
    expect(stderr).toContain('Usage: npm run');
    expect(stderr).not.toContain('    at ');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
