import { expect, it } from 'vitest';
import { reachedLevels } from './cost-alerts.ts';

const cap = 1_000_000;
it.each([
  ['nothing below a half', { spentMicroUsd: 499_999, alerted: 0 }, []],
  ['the half when it is reached', { spentMicroUsd: 500_000, alerted: 0 }, [50]],
  ['no level twice', { spentMicroUsd: 700_000, alerted: 50 }, []],
  ['every level that one call passes', { spentMicroUsd: 1_000_000, alerted: 0 }, [50, 80, 100]],
  ['the end when a call is refused, whatever is left', { spentMicroUsd: 850_000, alerted: 80, isRefused: true }, [100]],
  ['the end once, however many calls are refused', { spentMicroUsd: 850_000, alerted: 100, isRefused: true }, []],
  [
    'that a cap of nothing has refused a call',
    { spentMicroUsd: 0, alerted: 0, aiCapMicroUsd: 0, isRefused: true },
    [100],
  ],
  ['nothing of a cap of nothing that nobody uses', { spentMicroUsd: 0, alerted: 0, aiCapMicroUsd: 0 }, []],
] as const)('people are told %s', (_what, used, levels) => {
  expect(reachedLevels({ aiCapMicroUsd: cap, ...used })).toEqual(levels);
});
