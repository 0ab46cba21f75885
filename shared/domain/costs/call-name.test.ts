import { describe, expect, it } from 'vitest';
import { attemptOf, callName, isFirstTry, purposeOf, tryName } from './call-name.ts';

describe('the name of a call', () => {
  it('says phase, attempt and purpose, and which try it is', () => {
    const call = callName('seo', 2, 'text-1');
    expect(call).toBe('seo.2.text-1');
    expect([tryName(call, 1), tryName(call, 3)]).toEqual(['seo.2.text-1', 'seo.2.text-1.3']);
    expect([isFirstTry(call), isFirstTry(tryName(call, 2))]).toEqual([true, false]);
    expect(attemptOf(tryName(call, 2))).toEqual({ phaseId: 'seo', attempt: 2 });
    expect(purposeOf(tryName(call, 2))).toBe('text-1');
    expect([purposeOf('seo'), attemptOf('')]).toEqual(['', { phaseId: '', attempt: Number.NaN }]);
  });
});
