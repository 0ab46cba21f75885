import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentOutputSchemas } from '../../../shared/contracts/agent-outputs.ts';
import { agentIds } from '../../../shared/contracts/agents.ts';
import { sampleOutputs } from '../../../shared/export/testing/sample-outputs.ts';
import { isFieldName } from '../../../shared/outputs/messages.ts';
import { changesBetween, fixedFields, type Json, withoutAt, withValueAt } from './json-edit.ts';

const report: Json = { title: 'Plan', posts: [{ text: 'a' }, { text: 'b' }] };

describe('editing an output', () => {
  it('changes one value and nothing else', () => {
    expect(withValueAt(report, ['posts', 1, 'text'], 'c')).toEqual({
      title: 'Plan',
      posts: [{ text: 'a' }, { text: 'c' }],
    });
    expect(report).toEqual({ title: 'Plan', posts: [{ text: 'a' }, { text: 'b' }] });
  });

  it('removes an entry of a list', () => {
    expect(withoutAt(report, ['posts', 0])).toEqual({ title: 'Plan', posts: [{ text: 'b' }] });
    expect(withoutAt(report, ['title'])).toEqual(report);
  });

  it('tells what was changed, added and removed', () => {
    const edited: Json = { title: 'Plan B', posts: [{ text: 'a' }, { text: 'b' }, { text: 'new' }] };
    expect(changesBetween(report, edited)).toEqual([
      { path: ['title'], before: 'Plan', after: 'Plan B' },
      { path: ['posts', 2, 'text'], before: '', after: 'new' },
    ]);
  });

  it('finds no change in a copy, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(changesBetween(value as Json, structuredClone(value) as Json)).toEqual([]);
      }),
    );
  });
});

describe('the fields that a person can edit', () => {
  const namesIn = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(namesIn);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, part]) => (fixedFields.has(name) ? [] : [name, ...namesIn(part)]));
  };

  it.each(agentIds.filter((id) => id !== 'Human'))('of %s have a name in both languages', (agent) => {
    expect(agentOutputSchemas[agent].safeParse(sampleOutputs[agent]).error).toBeUndefined();
    expect(namesIn(sampleOutputs[agent]).filter((name) => !isFieldName(name))).toEqual([]);
  });
});
