// Finds JSON in what a model wrote: bare, in a code fence, after its reasoning, between sentences, or as the text of a JSON string.
import { jsonrepair } from 'jsonrepair';
import type { FixRule } from './answer-reading.ts';

/** A value that stands in a text, with what had to be done to read it. */
export interface FoundValue {
  readonly value: unknown;
  readonly rules: readonly FixRule[];
}

/** Reasoning is long, an answer is not: a text with more starts than this has no answer in it. */
const MOST_STARTS = 60;
const REASONING = /<(think|thinking|thought|reasoning|reflection)>[\s\S]*?<\/\1>/giu;
/** What was begun before the text that we see, as some templates of models cut it. */
const REASONING_END = /^[\s\S]*<\/(?:think|thinking|thought|reasoning)>/iu;

/**
 * Every value of the text that is not part of another, in order. `isWhole` false: the text was cut off, and nothing is closed that it left
 * open. Never throws.
 */
export function findValues(text: string, isWhole: boolean): readonly FoundValue[] {
  const plain = text.replace(/^\uFEFF/u, '').trim();
  const whole = strictly(plain);
  if (whole !== undefined) return [{ value: whole.value, rules: [] }];
  const answer = plain.replaceAll(REASONING, ' ').replace(REASONING_END, ' ').trim();
  const removed: readonly FixRule[] = answer === plain ? [] : ['reasoning-removed'];
  const rest = strictly(answer);
  if (rest !== undefined) return [{ value: rest.value, rules: removed }];
  return spansOf(answer, isWhole).map(({ found, isAll }) => ({
    value: found.value,
    rules: [...removed, ...(isAll ? [] : (['text-around-removed'] as const)), ...found.rules],
  }));
}

interface Span {
  readonly found: FoundValue;
  /** Whether the text holds nothing else. */
  readonly isAll: boolean;
}

function spansOf(text: string, isWhole: boolean): Span[] {
  const spans: Span[] = [];
  let starts = 0;
  for (let at = nextStart(text, 0); at >= 0 && starts < MOST_STARTS; starts += 1) {
    const end = endOfValue(text, at);
    const found = read(text.slice(at, end.at), end.state, isWhole);
    if (found) spans.push({ found, isAll: at === 0 && end.at === text.length });
    at = nextStart(text, found ? end.at : at + 1);
  }
  return spans;
}

const nextStart = (text: string, from: number): number => {
  const found = text.slice(from).search(/[[{]/u);
  return found < 0 ? -1 : from + found;
};

type EndState = 'closed' | 'open' | 'in-text';

/** Where the value that begins at a bracket ends; at the end of the text where its bracket is not closed. Brackets in texts do not count. */
function endOfValue(text: string, start: number): { readonly at: number; readonly state: EndState } {
  let depth = 0;
  let isInText = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isInText && character === '\\') at += 1;
    else if (character === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (character === '{' || character === '[') depth += 1;
    else if ((character === '}' || character === ']') && --depth === 0) return { at: at + 1, state: 'closed' };
  }
  return { at: text.length, state: isInText ? 'in-text' : 'open' };
}

/** A sentence that breaks off says something else than the whole one: a value that ends in a text is no value. */
function read(part: string, state: EndState, isWhole: boolean): FoundValue | undefined {
  const strict = strictly(part);
  if (strict !== undefined) return { value: strict.value, rules: [] };
  if (state === 'in-text' || (state === 'open' && !isWhole)) return undefined;
  // Words in brackets are no JSON, and mending would make some of them.
  if (!/^(?:\{\s*(?:\}|["'“”‘’«]|[\p{L}_][\p{L}\p{N}_]*\s*:|\/[/*])|\[)/u.test(part)) return undefined;
  const mended = mend(part);
  return mended === undefined || typeof mended.value !== 'object'
    ? undefined
    : { value: mended.value, rules: ['json-mended'] };
}

/** Commas, comments, quotes and line ends as JSON wants them. Gives up where an apostrophe would become a quote. */
function mend(part: string): { readonly value: unknown } | undefined {
  try {
    const mended = jsonrepair(part);
    if (/\p{L}\\"\p{L}/u.test(mended) && !/\p{L}\\?"\p{L}/u.test(part)) return undefined;
    return strictly(mended);
  } catch {
    return undefined;
  }
}

function strictly(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
