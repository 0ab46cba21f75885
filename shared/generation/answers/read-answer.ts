// Reads what a model wrote: found in the text, put right for free, then checked strictly. Knows no model, no money and no campaign.
import type * as z from 'zod';
import { fieldErrors } from '../../contracts/problems.ts';
import { isObject, type Shape, shapeOf } from '../../models/answer-shape.ts';
import type { TextAnswer } from '../../models/model.ts';
import type { Fault, Fix, InvalidReading, Reading, Unusable } from './answer-reading.ts';
import { type FoundValue, findValues } from './find-json.ts';
import { doubtfulPlaces, isRefusal, isSchema, saysNo } from './non-answers.ts';
import { normalise } from './normalise.ts';
import { foreignPlaces } from './unknown-addresses.ts';

/** The longest article with everything around it has 60,000 characters; a text beyond this was not written for us. */
const LONGEST_ANSWER = 1_000_000;

/**
 * What became of an answer. Of several values in the text the last that fits is taken, else the one with the fewest faults. A value that fits
 * is never changed. It may name no address that `mayName` does not hold, where that is given. Never throws.
 */
export function readAnswer<Output>(
  { text, ended }: Pick<TextAnswer, 'text' | 'ended'>,
  schema: z.ZodType<Output>,
  mayName?: string,
): Reading<Output> {
  if (text.trim() === '') return unusable('empty', 'nothing was written');
  if (text.length > LONGEST_ANSWER) return unusable('unreadable', `is longer than ${LONGEST_ANSWER} characters`);
  const isWhole = ended === 'stop';
  const found = findValues(text, isWhole);
  const readings = readable(found, text, schema).map((value) => readValue(value, schema, mayName));
  const valid = readings.filter((reading) => reading.isValid);
  const last = valid.at(-1);
  if (last) return valid.length > 1 ? { ...last, fixes: [...last.fixes, ofWhole('last-of-several')] } : last;
  if (!isWhole) return { ...nearest(readings), ...unusable('cut', 'was cut off at the limit of its length') };
  if (found.length === 0 || found.every(({ value }) => saysNo(value)))
    if (isRefusal(text) || found.some(({ value }) => saysNo(value))) return unusable('refused', 'the model said no');
  if (readings.length === 0) return unusable('unreadable', 'must be JSON, whole, with nothing around it');
  return nearest(readings);
}

/** A text that holds no value is one itself, where a text alone can be the answer. */
function readable(found: readonly FoundValue[], text: string, schema: z.ZodType): readonly FoundValue[] {
  if (found.some(({ value }) => typeof value === 'object')) return found;
  return takesText(shapeOf(schema)) && !isRefusal(text) ? [{ value: text, rules: [] }] : found;
}
const takesText = ({ properties = {} }: Shape): boolean => {
  const [field, ...others] = Object.values(properties);
  return others.length === 0 && field?.type === 'string';
};

function readValue<Output>(
  { value, rules }: FoundValue,
  schema: z.ZodType<Output>,
  mayName: string | undefined,
): Reading<Output> {
  const before = rules.map(ofWhole);
  const checked = (output: Output, written: unknown, fixes: readonly Fix[]): Reading<Output> => {
    const faults = faultsOf(written, schema, mayName);
    return faults.length === 0
      ? { isValid: true, output, fixes }
      : { isValid: false, why: 'unfit', faults, value: written, fixes };
  };
  const asItCame = schema.safeParse(value);
  if (asItCame.success) return checked(asItCame.data, value, before);
  const { value: better, fixes } = normalise(value, schema);
  const put = [...before, ...fixes];
  const parsed = schema.safeParse(better);
  if (parsed.success) return checked(parsed.data, better, put);
  const { value: whole } = normalise(value, schema, { dropsUnknown: false });
  if (isSchema(value))
    return { ...unusable('unfit', 'is the schema itself: write what it describes'), value: whole, fixes: put };
  const { error = parsed.error } = schema.safeParse(whole);
  return { isValid: false, why: 'unfit', faults: fieldErrors(error), value: whole, fixes: put };
}

/** What fits the schema and is no answer all the same. */
const faultsOf = (value: unknown, schema: z.ZodType, mayName: string | undefined): readonly Fault[] => [
  ...doubtfulPlaces(value, shapeOf(schema)),
  ...(mayName === undefined ? [] : foreignPlaces(value, mayName)),
];

const ofWhole = (rule: Fix['rule']): Fix => ({ pointer: '#', rule });

const unusable = (why: Unusable, detail: string): InvalidReading => ({
  ...{ isValid: false, why, fixes: [] },
  faults: [{ pointer: '#', detail }] satisfies readonly Fault[],
});

/** The one that is worth mending: an object before anything else, then the fewest faults, then the later. */
function nearest(readings: readonly Reading<unknown>[]): InvalidReading {
  const invalid = readings.filter((reading) => !reading.isValid);
  const cost = ({ value, faults }: InvalidReading) => (isObject(value) ? 0 : 1_000) + faults.length;
  const [best] = invalid.toReversed().toSorted((left, right) => cost(left) - cost(right));
  return best ?? unusable('unreadable', 'must be JSON, whole, with nothing around it');
}
