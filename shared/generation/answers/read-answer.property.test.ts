// What holds for every text that a model could write.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { fixRules, namesOfFixes } from './answer-reading.ts';
import { normalise } from './normalise.ts';
import { readAnswer } from './read-answer.ts';

const agents = Object.keys(sampleOutputs) as (keyof typeof sampleOutputs)[];
const numRuns = 200;

/** A valid output with one place changed, dropped or doubled, as models do. */
const bent = fc
  .tuple(
    fc.constantFrom(...agents),
    fc.nat(),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string({ unit: 'grapheme' })),
    fc.nat(2),
  )
  .map(([agent, seed, other, how]) => {
    const copy: unknown = structuredClone(sampleOutputs[agent]);
    const places = placesOf(copy);
    const place = places[seed % places.length];
    if (place && how === 0) Reflect.set(place.parent, place.key, other);
    else if (place && how === 1) Reflect.deleteProperty(place.parent, place.key);
    else if (place) Reflect.set(place.parent, `${place.key} `, other);
    return { agent, value: copy };
  });

interface Place {
  readonly parent: object;
  readonly key: string;
}
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [{ parent: value, key }, ...placesOf(inner)]);
}

describe('the reading of an answer', () => {
  it('never throws, whatever is written, and what it calls valid fits', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          bent.map(({ value }) => `${JSON.stringify(value)}.`),
        ),
        fc.constantFrom(...agents),
        (text, agent) => {
          const schema: z.ZodType = agentOutputSchemas[agent];
          const reading = readAnswer({ text, ended: 'stop' }, schema);
          if (reading.isValid) expect(schema.safeParse(reading.output).success).toBe(true);
          else expect(reading.faults.length).toBeGreaterThan(0);
          for (const name of namesOfFixes(reading.fixes))
            expect(fixRules.some((rule) => name.startsWith(rule))).toBe(true);
        },
      ),
      { numRuns },
    );
  });

  it.each(agents)('never changes a valid answer of %s', (agent) => {
    const schema: z.ZodType = agentOutputSchemas[agent];
    const output = sampleOutputs[agent];
    expect(readAnswer({ text: JSON.stringify(output), ended: 'stop' }, schema)).toEqual({
      isValid: true,
      output: schema.parse(output),
      fixes: [],
    });
    expect(normalise(output, schema).value).toEqual(output);
  });

  it('never makes a list shorter than it may be, nor shortens one without saying so', () => {
    const list = fc.array(fc.oneof(fc.string(), fc.constant(null), fc.constant('')), { maxLength: 12 });
    fc.assert(
      fc.property(list, fc.nat(4), fc.nat(4), (entries, least, more) => {
        const schema = z.strictObject({
          list: z
            .array(z.string().min(1))
            .min(least)
            .max(least + more),
        });
        const { value, fixes } = normalise({ list: entries }, schema);
        const kept = (value as { list: unknown[] }).list;
        if (entries.length >= least) expect(kept.length).toBeGreaterThanOrEqual(least);
        if (kept.length < entries.length)
          expect(fixes.map(({ rule }) => rule)).toEqual(
            expect.arrayContaining([expect.stringMatching(/dropped|trimmed/u)]),
          );
      }),
      { numRuns },
    );
  });

  it('is the same when it is made of its own outcome', () => {
    fc.assert(
      fc.property(bent, ({ agent, value }) => {
        const once = normalise(value, agentOutputSchemas[agent]).value;
        expect(normalise(once, agentOutputSchemas[agent]).value).toEqual(once);
      }),
      { numRuns },
    );
  });
});
