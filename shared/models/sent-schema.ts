// A schema as it is sent: as JSON Schema for providers that enforce one, as words for those that do not. Providers enforce different parts of
// JSON Schema, and refuse requests that hold more. What is sent is the part that all of them take: kinds, fields (each required, none besides),
// entries, lists of words, choices. Bounds become words beside the field that they bound: a decoder that enforces a bound without the model's
// knowledge pads or breaks off the last entry. The whole schema checks the answer afterwards.
import type * as z from 'zod';
import type { Language } from '../contracts/language.ts';
import { choicesOf, type Shape, shapeOf, typesOf } from './answer-shape.ts';
import type { StructuredMode } from './model-card.ts';

export interface SentSchema {
  readonly schema: Readonly<Record<string, unknown>>;
  /** What the instructions must say, because the provider does not enforce it. Empty where it enforces all. */
  readonly words: string;
}

export function sentSchema(schema: z.ZodType, mode: StructuredMode, language: Language): SentSchema {
  const sent = relaxed(shapeOf(schema), language);
  const isEnforced = mode === 'native' || mode === 'tool';
  return { schema: sent, words: isEnforced ? '' : `${intro[language]}\n${JSON.stringify(sent)}` };
}

const intro: Record<Language, string> = {
  fr: 'Réponds uniquement par un objet JSON conforme à ce schéma, sans rien autour :',
  en: 'Answer with one JSON object only, fitting this schema, with nothing around it:',
};

type Sent = Readonly<Record<string, unknown>>;

/** Walks places of schemas only: a field may be called `maxItems`. */
function relaxed(shape: Shape, language: Language): Sent {
  const description = [shape.description, boundsInWords(shape, language)].filter(Boolean).join(' ');
  return { ...kindOf(shape, language), ...(description ? { description } : {}) };
}

function kindOf(shape: Shape, language: Language): Sent {
  const choices = choicesOf(shape);
  if (choices) return { anyOf: choices.map((choice) => relaxed(choice, language)) };
  const [type = 'string', ...more] = typesOf(shape);
  if (more.length > 0) return { anyOf: [type, ...more].map((kind) => relaxed({ ...shape, type: kind }, language)) };
  if (type === 'object') return objectOf(shape, language);
  if (type === 'array')
    return { type, items: typeof shape.items === 'object' ? relaxed(shape.items, language) : { type: 'string' } };
  const words = shape.const === undefined ? shape.enum : [shape.const];
  return words ? { type, enum: words } : { type };
}

/** Every field is required: one that may be missing may be null instead, which is read as missing. */
function objectOf({ properties = {}, required = [] }: Shape, language: Language): Sent {
  const fields = Object.entries(properties).map(([name, field]) => {
    const sent = relaxed(field, language);
    const mayMiss = !required.includes(name) && field.default === undefined;
    return [name, mayMiss ? { anyOf: [sent, { type: 'null' }] } : sent] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(fields),
    required: fields.map(([name]) => name),
    additionalProperties: false,
  };
}

interface Bound {
  readonly exactly: (count: number) => string;
  readonly between: (least: number, most: number) => string;
  readonly least: (count: number) => string;
  readonly most: (count: number) => string;
}

const bounds: Record<Language, { readonly entries: Bound; readonly characters: Bound; readonly value: Bound }> = {
  fr: {
    entries: {
      exactly: (count) => `Exactement ${count} éléments.`,
      between: (least, most) => `De ${least} à ${most} éléments.`,
      least: (count) => `Au moins ${count} élément${count > 1 ? 's' : ''}.`,
      most: (count) => `${count} éléments au plus.`,
    },
    characters: {
      exactly: (count) => `Exactement ${count} caractères.`,
      between: (least, most) => `De ${least} à ${most} caractères.`,
      least: (count) => `Au moins ${count} caractères.`,
      most: (count) => `${count} caractères au plus.`,
    },
    value: {
      exactly: (count) => `Toujours ${count}.`,
      between: (least, most) => `De ${least} à ${most}.`,
      least: (count) => `${count} au moins.`,
      most: (count) => `${count} au plus.`,
    },
  },
  en: {
    entries: {
      exactly: (count) => `Exactly ${count} entries.`,
      between: (least, most) => `${least} to ${most} entries.`,
      least: (count) => `At least ${count} ${count > 1 ? 'entries' : 'entry'}.`,
      most: (count) => `${count} entries at most.`,
    },
    characters: {
      exactly: (count) => `Exactly ${count} characters.`,
      between: (least, most) => `${least} to ${most} characters.`,
      least: (count) => `At least ${count} characters.`,
      most: (count) => `${count} characters at most.`,
    },
    value: {
      exactly: (count) => `Always ${count}.`,
      between: (least, most) => `${least} to ${most}.`,
      least: (count) => `${count} or more.`,
      most: (count) => `${count} at most.`,
    },
  },
};
const more: Record<Language, { readonly above: (count: number) => string; readonly hashtag: string }> = {
  fr: { above: (count) => `Plus de ${count}.`, hashtag: '# suivi de lettres ou de chiffres, sans espace.' },
  en: { above: (count) => `More than ${count}.`, hashtag: '# followed by letters or digits, without spaces.' },
};

function boundsInWords(shape: Shape, language: Language): string {
  const { entries, characters, value } = bounds[language];
  const { above, hashtag } = more[language];
  const { exclusiveMinimum, pattern } = shape;
  return [
    inWords(entries, shape.minItems || undefined, shape.maxItems),
    // That a text is not empty goes without saying.
    inWords(
      characters,
      shape.minLength !== undefined && shape.minLength > 1 ? shape.minLength : undefined,
      shape.maxLength,
    ),
    inWords(value, numberIn(shape.minimum), numberIn(shape.maximum)),
    exclusiveMinimum === undefined ? '' : above(exclusiveMinimum),
    pattern?.startsWith('^#') ? hashtag : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The ends of what JavaScript counts exactly are nobody's bounds. */
const numberIn = (bound: number | undefined): number | undefined =>
  bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;

function inWords({ exactly, between, least, most }: Bound, low: number | undefined, high: number | undefined): string {
  if (low !== undefined && high !== undefined) return low === high ? exactly(low) : between(low, high);
  if (low !== undefined) return least(low);
  return high === undefined ? '' : most(high);
}
