import { expect, it } from 'vitest';
import { isWorthwhile } from './release-memory.ts';

const megabytes = (count: number) => count * 2 ** 20;

it.each([
  ['little, and nobody waits', 140, 0, false],
  ['enough, and nobody waits', 160, 0.05, true],
  ['as much, while the thread is busy', 160, 0.9, false],
  ['much, while the thread is busy', 260, 0.9, true],
])('gathers first: %s', (_what, resident, utilization, expected) => {
  expect(isWorthwhile({ residentBytes: megabytes(resident), leastResidentBytes: megabytes(100), utilization })).toBe(
    expected,
  );
});
