import { expect, it } from 'vitest';
import { callEnd, lostCall, noUsage } from './call-end.ts';

const usage = { inputTokens: 1, outputTokens: 2, costMicroUsd: 3 };

it('the end of a call says what it used, and nothing that nobody told', () => {
  expect(callEnd('SETTLED', usage)).toEqual({ status: 'SETTLED', usage, warnings: [], doubts: [], names: {} });
});

it('keeps ten warnings, doubts of its cost first, and cuts what a record could not take', () => {
  const warnings = Array.from({ length: 12 }, (_, index) => `${index} ${'a'.repeat(400)}`);
  const end = callEnd('SETTLED', usage, { warnings, doubts: ['DIFFERS', 'UNTOLD', 'SUSPECT'] });
  expect(end.warnings).toHaveLength(10);
  expect(end.warnings.map((warning) => warning.slice(0, 8))).toEqual([
    'UNTOLD: ',
    'SUSPECT:',
    ...Array.from({ length: 8 }, (_, index) => `${index} aaaaaa`),
  ]);
  expect(end.warnings.at(-1)).toHaveLength(300);
  expect(end.doubts).toEqual(['DIFFERS', 'UNTOLD', 'SUSPECT']);
});

it('names what the provider calls call and model, as far as a record takes them', () => {
  const { names } = callEnd('FAILED', usage, { servedModel: 'm'.repeat(121), requestId: 'r'.repeat(121) });
  expect([names.servedModel?.length, names.requestId?.length]).toEqual([120, 120]);
  expect(callEnd('FAILED', usage, { servedModel: '', requestId: 'gen-1' }).names).toEqual({ requestId: 'gen-1' });
});

it('a lost call counts at its worst, and one that was free has only failed', () => {
  expect(lostCall(500, { requestId: 'gen-1' })).toEqual({
    status: 'LOST',
    usage: { ...noUsage, costMicroUsd: 500, costSource: 'reserved' },
    warnings: [],
    doubts: [],
    names: { requestId: 'gen-1' },
  });
  expect(lostCall(0).status).toBe('FAILED');
  expect(lostCall(1).status).toBe('LOST');
});
