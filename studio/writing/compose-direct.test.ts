import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/contracts/language.ts';
import { checkerOf, sentSchemaSchema } from '../../shared/models/answer-schema.ts';
import { ModelRefused } from '../../shared/models/errors.ts';
import type { ModelTask } from '../task.ts';
import { compose } from './composers.ts';
import { directVideoFacts, directVisualFacts } from './direct-drawing.ts';
import { keyPhrases } from './key-phrases.ts';

const french =
  'Écris un court texte pour annoncer l’ouverture de la boulangerie artisanale « Le Pain Vivant » à Lyon : pain au levain naturel, farine locale.';
const english =
  'Write a tagline about our new cloud backup software for small accounting firms, Nimbus Vault. Mention ransomware protection.';
const taskOf = (prompt: string, language: 'fr' | 'en', schema?: unknown): ModelTask => ({
  agent: 'Direct',
  language,
  facts: { prompt, ...(schema ? { schema: sentSchemaSchema.parse(schema) } : {}) },
  feedback: [],
});
const schemaOf = (properties: object) => ({ type: 'object', properties });

describe('key phrases', () => {
  it('are what the prompt is about, without its orders and small words', () => {
    expect(keyPhrases(french, 'fr', 5)).toEqual([
      'Le Pain Vivant',
      'boulangerie artisanale',
      'levain naturel',
      'farine locale',
      'ouverture',
    ]);
    expect(keyPhrases(english, 'en', 3)).toEqual([
      'new cloud backup software',
      'small accounting firms',
      'Nimbus Vault',
    ]);
  });
});

describe('a text', () => {
  it.each([
    ['fr', french, ['Le Pain Vivant', 'Boulangerie artisanale', 'hors ligne par un programme', 'sans modèle d’IA']],
    ['en', english, ['Nimbus Vault', 'Small accounting firms', 'offline by a program', 'without any AI model']],
  ] as const)(
    'in %s speaks of the prompt, says how it was written, and is the same again',
    (language, prompt, parts) => {
      const answer = compose(taskOf(prompt, language));
      for (const part of parts) expect(JSON.stringify(answer)).toContain(part);
      expect(compose(taskOf(prompt, language))).toEqual(answer);
    },
  );
});

describe('a filled schema', () => {
  it('fits every schema it is written for', () => {
    const leaf = fc.oneof(
      fc.record({ type: fc.constant('string'), maxLength: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ type: fc.constant('string'), minLength: fc.integer({ min: 0, max: 300 }) }),
      fc.record({ type: fc.constant('string'), enum: fc.array(fc.string(), { minLength: 1, maxLength: 4 }) }),
      fc.record({ type: fc.constantFrom('integer', 'number'), minimum: fc.integer({ min: -50, max: 50 }) }),
      fc.record({ type: fc.constantFrom('integer', 'number'), maximum: fc.integer({ min: -50, max: 50 }) }),
      fc.record({ type: fc.constantFrom('boolean', 'null') }),
    );
    const list = fc.record({ type: fc.constant('array'), items: leaf, minItems: fc.integer({ min: 0, max: 9 }) });
    const names = fc.constantFrom('title', 'body', 'score', 'tags');
    const schemas = fc.dictionary(names, fc.oneof(leaf, list)).map(schemaOf);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.constantFrom(...languages),
        schemas,
        (prompt, language, schema) => {
          const answer = compose(taskOf(prompt, language, schema));
          const checked = checkerOf(sentSchemaSchema.parse(schema)).safeParse(answer);
          expect(checked.error?.issues ?? []).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    { list: { type: 'array', items: { type: 'string' }, minItems: 21 } },
    { list: { type: 'array', items: { type: 'string' }, minItems: 3, maxItems: 2 } },
    { text: { type: 'string', minLength: 10, maxLength: 5 } },
    { number: { type: 'integer', minimum: 1.2, maximum: 1.8 } },
  ])('is refused where no value fits: %j', (properties) => {
    expect(() => compose(taskOf(french, 'fr', schemaOf(properties)))).toThrow(ModelRefused);
  });
});

describe('a drawing', () => {
  it('takes brand, headline and subject from the prompt', () => {
    expect(directVisualFacts(taskOf(french, 'fr'))).toMatchObject({
      brandName: 'Le Pain Vivant',
      headline: 'Boulangerie artisanale',
      supportingLine: 'Levain naturel, farine locale',
      callToAction: 'Découvrir',
    });
    expect(
      directVisualFacts({ ...taskOf(english, 'en'), facts: { prompt: english, brandName: 'Nimbus' } }),
    ).toMatchObject({
      brandName: 'Nimbus',
      headline: 'New cloud backup software',
    });
  });

  it('has words for any prompt, and at least two captions for a film', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...languages), (prompt, language) => {
        const facts = directVideoFacts(taskOf(prompt, language));
        for (const text of [facts.brandName, facts.headline, facts.supportingLine, facts.sector])
          expect(text.length).toBeGreaterThan(0);
        expect(facts.scenes.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
