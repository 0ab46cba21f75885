// The last hand on every text: the form of address, apostrophes, quotation marks and the spaces French puts before signs.
import type { Language } from '../../shared/contracts/brief.ts';

export interface TextFinish {
  readonly language: Language;
  /** Which side of `[[vous|tu]]` is kept. */
  readonly familiar: boolean;
  readonly withoutEmoji: boolean;
}

const NO_BREAK_SPACE = '\u00a0';

export function finishText(text: string, finish: TextFinish): string {
  const addressed = text
    .replace(/\[\[([^|\]]*)\|([^\]]*)\]\]/gu, finish.familiar ? '$2' : '$1')
    // Shortening may have cut a pair in two: what is left of it goes.
    .replace(/\s*\[\[[^\]…]*\]?(?=…|$)/u, '');
  const spoken = finish.withoutEmoji ? addressed.replace(/\s*\p{Extended_Pictographic}/gu, '') : addressed;
  const straight = spoken.replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, '’').replace(/[^\S\n]{2,}/gu, ' ');
  if (finish.language === 'en') return straight;
  return straight
    .replace(/[^\S\n]+(?=[;:!?»%€])/gu, NO_BREAK_SPACE)
    .replace(/«[^\S\n]*/gu, `«${NO_BREAK_SPACE}`)
    .replace(/[\u202f]/gu, NO_BREAK_SPACE);
}

/** The same value with every text in it finished; its shape is untouched. */
export function finishTexts(value: unknown, finish: TextFinish): unknown {
  if (typeof value === 'string') return finishText(value, finish);
  if (Array.isArray(value)) return value.map((entry) => finishTexts(entry, finish));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, finishTexts(entry, finish)]));
  return value;
}
