// Fills a schema with plausible values made of a prompt's phrases. What it cannot fill it refuses, rather than answer something else.
import type { Language } from '../../shared/contracts/language.ts';
import type { AnswerSchema, ValueSchema } from '../../shared/models/answer-schema.ts';
import { ModelRefused } from '../../shared/models/errors.ts';
import type { SeededRandom } from '../media/drawing/seeded-random.ts';
import { catalogues } from './catalogue.ts';
import { firstWords, upperFirst } from './plain-text.ts';

export interface Material {
  readonly phrases: readonly [string, ...string[]];
  readonly language: Language;
  readonly random: SeededRandom;
}

/** How many entries a list has when nothing says so, and the most it gets. */
const USUAL_ITEMS = 3;
const MOST_ITEMS = 20;
const DEFAULT_RANGE = { minimum: 1, maximum: 10 };
/** Names of properties that hold a line rather than a sentence. */
const LINE_NAME = /title|titre|name|nom|headline|accroche|keyword|mot|tag|label|slug|sujet|subject|topic/iu;

/** An object with every property of the schema. Throws ModelRefused for a schema that no such value fits. */
export function fillSchema(schema: AnswerSchema, material: Material): unknown {
  const frame = catalogues[material.language].labels.draft.sentence;
  const sentence = (phrase: string) => frame.replace('{Topic}', () => phrase);
  let turn = 0;
  const nextPhrase = () => material.phrases[turn++ % material.phrases.length] ?? material.phrases[0];

  function fill(value: ValueSchema, name: string): unknown {
    switch (value.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(value.properties ?? {}).map(([key, entry]) => [key, fill(entry, key)]),
        );
      case 'array':
        return listOf(value, name);
      case 'string':
        return value.enum ? pick(value.enum) : textOf(value, name);
      case 'number':
      case 'integer':
        return numberOf(value, name);
      case 'boolean':
        return true;
      case 'null':
        return null;
    }
  }

  function listOf({ items, minItems = 0, maxItems = MOST_ITEMS }: ValueSchema, name: string): unknown[] {
    const length = Math.min(Math.max(USUAL_ITEMS, minItems), maxItems);
    if (!items || length < minItems || length > MOST_ITEMS) throw refused(name, `lists of ${minItems} entries`);
    return Array.from({ length }, () => fill(items, name));
  }

  function textOf({ minLength = 0, maxLength = 10_000 }: ValueSchema, name: string): string {
    const phrase = upperFirst(nextPhrase());
    let text = LINE_NAME.test(name) ? phrase : sentence(phrase);
    while (charactersIn(text) < minLength) text = `${text} ${sentence(upperFirst(nextPhrase()))}`;
    const fitted = firstWords(text, maxLength);
    if (charactersIn(fitted) < minLength) throw refused(name, `texts of ${minLength} to ${maxLength} characters`);
    return fitted;
  }

  function numberOf({ type, minimum, maximum }: ValueSchema, name: string): number {
    const low = minimum ?? Math.min(DEFAULT_RANGE.minimum, maximum ?? DEFAULT_RANGE.minimum);
    const high = maximum ?? Math.max(DEFAULT_RANGE.maximum, low);
    const [first, last] = type === 'integer' ? [Math.ceil(low), Math.floor(high)] : [low, high];
    if (first > last) throw refused(name, `numbers from ${low} to ${high}`);
    return type === 'integer'
      ? material.random.integer(first, last)
      : Number(material.random.between(first, last).toFixed(2)) || first;
  }

  const pick = (values: readonly string[]) => values[material.random.integer(0, values.length - 1)];
  return fill(schema, '');
}

/** As JSON Schema counts them: a character outside of the basic plane is one. */
const charactersIn = (text: string): number => [...text].length;

const refused = (name: string, what: string) =>
  new ModelRefused(
    `The offline studio cannot fill "${name}": it writes no ${what}. Loosen the schema, or configure a model provider.`,
  );
