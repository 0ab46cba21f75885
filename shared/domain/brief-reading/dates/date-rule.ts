// What a rule makes of the words that it matches: days, or what must be asked.
import { addDays } from '../../calendar/calendar-days.ts';
import type { DateContext, DateFinding, DateRefusal, Relation } from './date-types.ts';

export type Found = DateFinding | DateRefusal;
export type DateReader = (match: RegExpExecArray, context: DateContext, text: string) => Found | undefined;
/** Where two rules match the same words, the earlier wins. */
export type DateRule = readonly [RegExp, DateReader];

export const refuse = (
  match: RegExpExecArray,
  kind: DateRefusal['doubt']['kind'],
  parts: readonly string[] = [match[0]],
): DateRefusal => ({
  index: match.index,
  text: match[0],
  doubt: { kind, parts },
});

export function span(
  match: RegExpExecArray,
  startsOn: string,
  endsOn: string,
  options: { relation?: Relation; approximate?: boolean; isLabel?: boolean; exclusive?: boolean } = {},
): DateFinding {
  const { relation = 'on', approximate = false, isLabel = false, exclusive = false } = options;
  const at = exclusive ? addDays(startsOn, -1) : undefined;
  return {
    index: match.index,
    text: match[0],
    startsOn: at ?? startsOn,
    endsOn: at ?? endsOn,
    relation,
    approximate,
    isLabel,
    doubts: approximate ? [{ kind: 'approximate', parts: [match[0], at ?? startsOn, at ?? endsOn] }] : [],
  };
}
