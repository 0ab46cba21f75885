// Brings a value nearer to the shape it should have, without changing what it says: lenient here, so that everything after may be strict.
// Whatever it cannot put right without guessing it leaves as it is, for the check to name.

import type * as z from 'zod';
import { choicesOf, isObject, type Shape, shapeOf, typesOf } from '../../models/answer-shape.ts';
import { type Fix, type FixRule, pointerTo } from './answer-reading.ts';
import { findValues } from './find-json.ts';
import { bare, means, meantWord } from './key-synonyms.ts';
import { cutToFit, hashtagIn, linesOf, numberIn, truthIn, wholeNumber } from './normalise-scalar.ts';

type Path = readonly (string | number)[];

/** How deep an answer may be wrapped: `{"tool": {"arguments": "{\"result\": …}"}}`. */
const DEEPEST_WRAPPING = 4;

/** The value in the shape of the schema as far as that needs no guess, and what was put right. Never throws. */
export function normalise(
  value: unknown,
  schema: z.ZodType,
  { dropsUnknown = true } = {},
): { readonly value: unknown; readonly fixes: Fix[] } {
  const fixes: Fix[] = [];
  const note = (path: Path, rule: FixRule) => void fixes.push({ pointer: pointerTo(path), rule });
  const shape = shapeOf(schema);
  const work = { note, dropsUnknown };
  return { value: shaped(unwrapped(value, shape, note), shape, [], work), fixes };
}

type Note = (path: Path, rule: FixRule) => void;
interface Work {
  readonly note: Note;
  /** Whether fields that nobody asked for go. Where the answer is not used, what they say may be what is missing elsewhere. */
  readonly dropsUnknown: boolean;
}

/** What stands around the object that was asked for: a text, a list of one, a name for it. Or the object that is missing around a list. */
function unwrapped(value: unknown, shape: Shape, note: Note, depth = 0): unknown {
  const { properties } = shape;
  if (!properties || depth > DEEPEST_WRAPPING) return value;
  const open = (inner: unknown) => {
    note([], 'unwrapped');
    return unwrapped(inner, shape, note, depth + 1);
  };
  if (typeof value === 'string') {
    const [found] = findValues(value, true);
    const isQuoted = typeof found?.value === 'string' || typeof found?.value === 'object';
    return isQuoted ? open(found?.value) : wrapped(value, shape, note);
  }
  if (Array.isArray(value)) {
    const [only] = value;
    if (value.length === 1 && isObject(only) && matches(only, shape) > 0) return open(only);
    return wrapped(value, shape, note);
  }
  if (!isObject(value) || matches(value, shape) > 0) return value;
  const inner = Object.values(value)
    .map((part) => (typeof part === 'string' ? (findValues(part, true)[0]?.value ?? part) : part))
    .filter((part) => (isObject(part) || Array.isArray(part)) && deepMatches(part, shape, depth) > 0)
    .toSorted((left, right) => deepMatches(right, shape, depth) - deepMatches(left, shape, depth));
  return inner.length > 0 ? open(inner[0]) : value;
}

/** How many of the shape's names a value has, or something in it has. */
function deepMatches(value: unknown, shape: Shape, depth: number): number {
  if (depth > DEEPEST_WRAPPING) return 0;
  if (Array.isArray(value)) return value.length === 1 ? deepMatches(value[0], shape, depth + 1) : 0;
  if (!isObject(value)) return 0;
  const own = matches(value, shape);
  if (own > 0) return own;
  return Math.max(0, ...Object.values(value).map((part) => deepMatches(part, shape, depth + 1)));
}

const matches = (value: Readonly<Record<string, unknown>>, { properties = {} }: Shape): number =>
  Object.keys(properties).filter((name) => Object.keys(value).some((key) => key === name || means(key, name))).length;

/** A list or a text alone, where exactly one field of the object can take it. */
function wrapped(value: unknown, shape: Shape, note: Note): unknown {
  const { properties = {} } = shape;
  const wanted = Array.isArray(value) ? 'array' : 'string';
  const takers = Object.entries(properties).filter(([, field]) => typesOf(field).includes(wanted));
  const [taker] = takers;
  if (!taker || takers.length > 1 || (wanted === 'string' && Object.keys(properties).length > 1)) return value;
  note([], 'wrapped');
  return { [taker[0]]: value };
}

function shaped(value: unknown, shape: Shape, path: Path, work: Work): unknown {
  const { note } = work;
  const choices = choicesOf(shape);
  if (choices) return shaped(value, choiceFor(value, choices), path, work);
  const types = typesOf(shape);
  if (value === null && types.includes('null')) return null;
  if (types.includes('object')) return shape.properties ? shapedObject(value, shape, path, work) : value;
  if (types.includes('array')) return shapedList(value, shape, path, work);
  if (types.includes('integer') || types.includes('number')) return shapedNumber(value, types, path, note);
  if (types.includes('boolean')) return shapedTruth(value, path, note);
  return types.includes('string') ? shapedText(value, shape, path, note) : value;
}

/** The choice that a value is meant to be: by the words that tell choices apart, then by its kind and its names. */
function choiceFor(value: unknown, choices: readonly Shape[]): Shape {
  const score = (choice: Shape): number => {
    const types = typesOf(choice);
    if (value === null || value === undefined) return types.includes('null') ? 1 : 0;
    if (!isObject(value)) return types.includes(Array.isArray(value) ? 'array' : typeof value) ? 1 : 0;
    if (!choice.properties) return 0;
    const told = Object.entries(choice.properties).filter(
      ([, { const: only, enum: words }]) => only !== undefined || words?.length === 1,
    );
    const isTold = told.some(([name, { const: only, enum: words }]) => {
      const [, written] = Object.entries(value).find(([key]) => key === name || means(key, name)) ?? [];
      return typeof written === 'string' && meantWord(written, [String(only ?? words?.[0])]) !== undefined;
    });
    return (isTold ? 100 : 0) + matches(value, choice);
  };
  return choices.reduce((best, choice) => (score(choice) > score(best) ? choice : best));
}

function shapedObject(value: unknown, shape: Shape, path: Path, work: Work): unknown {
  const { note, dropsUnknown } = work;
  if (!isObject(value)) return value;
  const { properties = {}, required = [], additionalProperties } = shape;
  const names = Object.keys(properties);
  const left = new Map(Object.entries(value));
  const entries: [string, unknown][] = [];
  const take = (name: string, key: string) => {
    const field = left.get(key);
    left.delete(key);
    if (field === null && !required.includes(name) && !allowsNull(properties[name]))
      note([...path, name], 'null-dropped');
    else entries.push([name, shaped(field, properties[name] ?? {}, [...path, name], work)]);
  };
  for (const name of names) if (left.has(name)) take(name, name);
  const missing = () =>
    names.filter((name) => !Object.hasOwn(value, name) && !entries.some(([known]) => known === name));
  for (const key of [...left.keys()]) {
    const meant = missing().filter((name) => means(key, name));
    const [name] = meant.length === 1 ? meant : meant.filter((other) => bare(other) === bare(key));
    if (name === undefined) continue;
    note([...path, name], 'key-renamed');
    take(name, key);
  }
  for (const [key, field] of left) {
    if (additionalProperties === false && dropsUnknown) note([...path, key], 'key-dropped');
    else entries.push([key, field]);
  }
  return Object.fromEntries(entries);
}

const allowsNull = (shape: Shape | undefined): boolean =>
  shape !== undefined &&
  (typesOf(shape).includes('null') || (choicesOf(shape)?.some((choice) => typesOf(choice).includes('null')) ?? false));

function shapedList(value: unknown, shape: Shape, path: Path, work: Work): unknown {
  const { note } = work;
  const item = typeof shape.items === 'object' ? shape.items : {};
  const list = listIn(value, item);
  if (list === undefined) return value;
  if (!Array.isArray(value)) note(path, 'list-made');
  const fewest = shape.minItems ?? 0;
  let entries = list.map((entry, index) => shaped(entry, item, [...path, index], work));
  const keep = (isKept: (entry: unknown, index: number) => boolean, rule: FixRule) => {
    const kept = entries.filter(isKept);
    // A list that would be too short is not made shorter: what is wrong with it is told as it stands.
    if (kept.length === entries.length || kept.length < fewest) return;
    note(path, rule);
    entries = kept;
  };
  keep(
    (entry) => entry !== null && entry !== undefined && (typeof entry !== 'string' || entry.trim() !== ''),
    'blank-dropped',
  );
  if (isHashtag(item)) {
    keep((entry) => typeof entry !== 'string' || hashtagIn(entry) !== undefined, 'blank-dropped');
    keep((entry, index) => entries.findIndex((other) => sameText(other, entry)) === index, 'duplicate-dropped');
  }
  const { maxItems = Number.POSITIVE_INFINITY } = shape;
  keep((_entry, index) => index < maxItems, 'list-trimmed');
  return entries;
}

const sameText = (left: unknown, right: unknown): boolean =>
  typeof left === 'string' && typeof right === 'string' ? bare(left) === bare(right) : left === right;

/** A list that came as one entry, as lines of a text, or as an object whose names are numbers. */
function listIn(value: unknown, item: Shape): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  const types = typesOf(item);
  if (typeof value === 'string') {
    if (isHashtag(item)) return value.split(/[\s,;]+(?=#)|[,;\n]+/u).filter((part) => part.trim() !== '');
    return types.includes('string') ? (linesOf(value) ?? (value.trim() === '' ? undefined : [value])) : undefined;
  }
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,3}$/u.test(key))) return Object.values(value);
  return types.includes('object') && matches(value, item) > 0 ? [value] : undefined;
}

const isHashtag = ({ pattern }: Shape): boolean => pattern?.startsWith('^#') ?? false;

function shapedNumber(value: unknown, types: readonly string[], path: Path, note: Note): unknown {
  const read = typeof value === 'string' ? numberIn(value) : value;
  if (typeof read !== 'number') return value;
  if (read !== value) note(path, 'number-read');
  if (types.includes('number')) return read;
  const whole = wholeNumber(read);
  if (whole === undefined) return read;
  if (whole !== read) note(path, 'number-rounded');
  return whole;
}

function shapedTruth(value: unknown, path: Path, note: Note): unknown {
  const truth = typeof value === 'string' ? truthIn(value) : undefined;
  if (truth === undefined) return value;
  note(path, 'word-matched');
  return truth;
}

function shapedText(value: unknown, shape: Shape, path: Path, note: Note): unknown {
  const words = [...(shape.enum ?? []), ...(shape.const === undefined ? [] : [shape.const])].filter(
    (word) => typeof word === 'string',
  );
  if (words.length > 0) {
    if (typeof value !== 'string' || words.includes(value)) return value;
    const meant = meantWord(value, words);
    if (meant !== undefined) note(path, 'word-matched');
    return meant ?? value;
  }
  const text = textIn(value);
  if (text === undefined) return value;
  if (typeof value !== 'string') note(path, 'text-made');
  if (isHashtag(shape)) return shapedHashtag(text, shape, path, note);
  const cut = cutToFit(text, shape.maxLength ?? Number.POSITIVE_INFINITY);
  if (cut === undefined) return text;
  note(path, 'text-cut');
  return cut;
}

function shapedHashtag(text: string, { pattern = '' }: Shape, path: Path, note: Note): string {
  const bareText = text.trim();
  const mended = new RegExp(pattern, 'u').test(bareText) ? bareText : hashtagIn(text);
  if (mended === undefined || mended === text) return text;
  note(path, 'hashtag-mended');
  return mended;
}

/** A text that came as a number, or as a list of its paragraphs. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const isParagraphs = Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
  return isParagraphs ? value.join('\n\n') : undefined;
}
