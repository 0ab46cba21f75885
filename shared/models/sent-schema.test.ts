import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { checkerOf } from './answer-schema.ts';
import { sentSchema } from './sent-schema.ts';

/** Keywords that every provider's strict mode takes. */
const floor = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'enum',
  'anyOf',
  'description',
]);

function schemasIn(schema: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, items, anyOf = [] } = schema as { properties?: object; items?: unknown; anyOf?: unknown[] };
  return [{ ...schema }, ...[...Object.values(properties), items, ...anyOf].flatMap(schemasIn)];
}

describe.each(Object.entries(agentOutputSchemas))('what %s is asked for', (_agent, schema) => {
  const { schema: sent } = sentSchema(schema, 'native', 'en');

  it('holds nothing that a provider could refuse', () => {
    const keywords = new Set(schemasIn(sent).flatMap((part) => Object.keys(part)));
    expect([...keywords].filter((keyword) => !floor.has(keyword))).toEqual([]);
  });

  it('requires every field and allows no other', () => {
    for (const part of schemasIn(sent).filter(({ type }) => type === 'object'))
      expect(part).toMatchObject({ required: Object.keys(part['properties'] ?? {}), additionalProperties: false });
    expect(sent['type']).toBe('object');
  });
});

describe('a schema that is sent', () => {
  const schema = z.strictObject({
    maxItems: z.array(z.string().max(60)).length(3),
    seconds: z.number().positive().max(60),
    count: z.int(),
    kind: z.literal('swot'),
    note: z.string().optional(),
    tags: z.array(z.string()).max(5).default([]),
  });

  it('says its bounds in words of the request, at their field', () => {
    const said = (language: 'fr' | 'en') => JSON.stringify(sentSchema(schema, 'native', language).schema);
    for (const words of [
      'Exactly 3 entries.',
      '60 characters at most.',
      '60 at most. More than 0.',
      '5 entries at most.',
    ])
      expect(said('en')).toContain(words);
    for (const words of ['Exactement 3 éléments.', '60 caractères au plus.', 'Plus de 0.'])
      expect(said('fr')).toContain(words);
    expect(said('en')).not.toContain('9007199254740991');
  });

  it('takes a field for a field, whatever it is called, and a constant for a list of one word', () => {
    expect(sentSchema(schema, 'tool', 'en').schema).toMatchObject({
      properties: {
        maxItems: { type: 'array', items: { type: 'string' } },
        kind: { type: 'string', enum: ['swot'] },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        tags: { type: 'array' },
      },
      required: ['maxItems', 'seconds', 'count', 'kind', 'note', 'tags'],
    });
  });

  it.each(['json', 'prompt'] as const)('stands in the instructions where it is not enforced: %s', (mode) => {
    const { schema: sent, words } = sentSchema(schema, mode, 'fr');
    expect(words).toContain(JSON.stringify(sent));
    expect(sentSchema(schema, 'native', 'fr').words).toBe('');
  });

  it('keeps the shape that a client sent', () => {
    const client = checkerOf({
      type: 'object',
      properties: {
        mood: { type: 'string', enum: ['warm', 'cold'] },
        parts: {
          type: 'array',
          items: { type: 'object', properties: { a: { type: 'integer', minimum: 1 } }, required: ['a'] },
        },
      },
      required: ['mood', 'parts'],
    });
    expect(sentSchema(client, 'native', 'en').schema).toEqual({
      type: 'object',
      properties: {
        mood: { type: 'string', enum: ['warm', 'cold'] },
        parts: {
          type: 'array',
          items: {
            type: 'object',
            properties: { a: { type: 'integer', description: '1 or more.' } },
            required: ['a'],
            additionalProperties: false,
          },
        },
      },
      required: ['mood', 'parts'],
      additionalProperties: false,
    });
  });
});
