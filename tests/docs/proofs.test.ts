import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { TestModule, Vitest } from 'vitest/node';
import ProofReporter from '../support/proof-reporter.ts';
import { matches, proofsIn } from '../support/proofs.ts';

it.each([
  ['keeps its promise', 'keeps its promise', true],
  ['keeps its promise', 'keeps its promise, nearly', false],
  ['of %i bookings %s', 'of 3 bookings none are left', true],
  ['$name weighs no more than $bytes bytes', 'auth weighs no more than 640000 bytes', true],
  ['a. b', 'axxb', false],
])('the title %j is that of a test called %j: %s', (title, name, is) => {
  expect(matches(title, name)).toBe(is);
});

describe('a run', () => {
  const features =
    '| S1 | Config | done | | `tests/environment.test.ts`: "is listed in .env.example, each variable under its description" |';
  const [proof] = proofsIn(features);
  const moduleOf = (passed: readonly string[]) =>
    ({
      moduleId: fileURLToPath(new URL('../environment.test.ts', import.meta.url)),
      children: { allTests: (state: string) => (state === 'passed' ? passed.map((name) => ({ name })) : []) },
    }) as unknown as TestModule;
  const reported = (passed: readonly string[], testNamePattern?: RegExp) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const before = process.exitCode;
    const reporter = new ProofReporter();
    reporter.onInit({ config: { testNamePattern } } as unknown as Vitest);
    reporter.onTestRunEnd([moduleOf(passed)]);
    const outcome = [process.exitCode, said.mock.calls.flat().join('\n')];
    process.exitCode = before;
    said.mockRestore();
    return outcome;
  };

  it('fails when a test that the features name as a proof did not pass in it, and says which', () => {
    const [code, text] = reported(['something else']);
    expect(code).toBe(1);
    expect(text).toContain(`tests/environment.test.ts: "${proof?.title}"`);
  });

  it('is content when all of a suite passed that are named, and asks nothing of a run of chosen tests', () => {
    const titles = proofsIn(readFileSync(new URL('../../docs/FEATURES.md', import.meta.url), 'utf8'))
      .filter(({ file }) => file === 'tests/environment.test.ts')
      .map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(reported(titles)[1]).toBe('');
    expect(reported([], /one/)[1]).toBe('');
  });
});
