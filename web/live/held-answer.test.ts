import { expect, it } from 'vitest';
import { type HeldAnswer, isOnRecord } from './held-answer.ts';

const approve = (more = {}): HeldAnswer => ({ kind: 'approve', ...more });
const approved: Parameters<typeof isOnRecord>[1] = { decision: 'APPROVED', editedPaths: [] };
const editedData = { visuals: [] };

it.each<[string, HeldAnswer, Parameters<typeof isOnRecord>[1], boolean]>([
  ['the same approval', approve(), approved, true],
  ['the same choice', approve({ choice: 'B' }), { ...approved, choice: 'B' }, true],
  ['the other variant', approve({ choice: 'B' }), { ...approved, choice: 'A' }, false],
  ['no choice, where one was made', approve({ choice: 'B' }), approved, false],
  ['an edit', approve({ editedData }), { ...approved, editedPaths: ['#/visuals'] }, true],
  ['an edit, where none was made', approve(), { ...approved, editedPaths: ['#/visuals'] }, false],
  ['the same words', { kind: 'reject', feedback: ' Bolder. ' }, { ...approved, decision: 'REJECTED', feedback: 'Bolder.' }, true],
  ['other words', { kind: 'reject', feedback: 'Bolder.' }, { ...approved, decision: 'REJECTED', feedback: 'Shorter.' }, false],
  ['a skip', { kind: 'skip', reason: '' }, { ...approved, decision: 'SKIPPED' }, true],
  ['a skip, where it was written', { kind: 'write', output: {} }, { ...approved, decision: 'SKIPPED' }, false],
])('knows an answer again among what is on record: %s', (_what, answer, record, isIt) =>
  expect(isOnRecord(answer, record)).toBe(isIt)); // biome-ignore format: a table
