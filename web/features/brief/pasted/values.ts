// Reads values that are recognised wherever they stand: amounts, channels, days, addresses, names.

import { type Channel, channelSchema } from '../../../../shared/contracts/channels.ts';
import { currencySchema } from '../../../../shared/contracts/currency.ts';
import { languages } from '../../../../shared/contracts/language.ts';
import { type BriefForm, readNumber } from '../brief-form-state.ts';

export const firstIn = (sentences: readonly string[], pattern: RegExp): string[] => {
  for (const sentence of sentences) {
    const words = pattern.exec(sentence)?.[1]?.trim();
    if (words) return [words];
  }
  return [];
};

const NAME = String.raw`\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s+(?:(?:de|du|des|la|le|les|of|and|et|&|d['’])\s*)*[\p{Lu}\d][\p{L}\p{N}'’&-]*)*`;
export const companyPattern = new RegExp(
  String.raw`(?:[Nn]ous sommes|[Oo]n est|[Jj]e m['’]occupe d[eu]|[Ww]e are|[Ww]e['’]re|I run|[Jj]e tiens)\s+(?:(?:l[ae]s?|the|une?|an?)\s+|l['’])?(?:\p{Ll}+\s+){0,2}(${NAME})`,
  'u',
);
export const audiencePattern =
  /(?:on (?:cible|vise)|nous (?:ciblons|visons)|s['’]adresse (?:à|aux)|destiné(?:e|s|es)? (?:à|aux)|aimed at|targeting|we target|it['’]?s? (?:is )?for)\s+([^.;!?\n]{8,300})/iu;
export const addressPattern =
  /(?:https?:\/\/|www\.)[^\s<>"»]{1,300}|(?<![@\w.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:fr|com|org|net|io|eu|co\.uk|uk|ch|be|ca|example|app|shop|bzh|paris)\b(?:\/[^\s<>"»]*)?(?!@)/iu;

const CURRENCY = String.raw`CA?\$|US\$|€|\$|£|CHF|EUR|USD|GBP|CAD|AUD|JPY|euros?|dollars?|pounds?|francs? suisses?`;
const AMOUNT = new RegExp(
  String.raw`(?:(${CURRENCY})\s?)?(\d{1,3}(?:[ ’'.,\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s?(k(?!\p{L})|m(?=\s?[€$£])|mille|thousand|millions?(?: d['’]| de)?)?\s?(${CURRENCY})?(?!\s?%|\p{L}|\d)`,
  'giu',
);
export const budgetPattern = /(?<!\p{L})(?:budget|enveloppe|spend|dépenser)(?!\p{L})/iu;
const codes: readonly (readonly [RegExp, string])[] = [
  [/^(?:€|eur)/iu, 'EUR'],
  [/^(?:(?:us)?\$|usd|dollar)/iu, 'USD'],
  [/^ca?\$/iu, 'CAD'],
  [/^(?:£|gbp|pound)/iu, 'GBP'],
  [/^(?:chf|franc)/iu, 'CHF'],
];

/** The first amount of money behind the word; without a currency beside it, a figure that stands alone. */
export function readBudget(line: string | undefined): Partial<BriefForm> | undefined {
  if (!line) return undefined;
  const behind = line.slice(budgetPattern.exec(line)?.index ?? 0);
  const amounts = [...behind.matchAll(AMOUNT)];
  const match =
    amounts.find(([, before, , , after]) => before ?? after) ??
    (/^\D*[\d\s.,’']+k?\D{0,3}$/iu.test(line) ? amounts[0] : undefined);
  if (!match) return /^(?:aucun|none|no|zéro|0|pas de budget)\b/iu.test(line) ? { budgetAmount: '0' } : undefined;
  const [, before, figure = '', scale = '', after] = match;
  const sign = before ?? after ?? '';
  const currency =
    codes.find(([pattern]) => pattern.test(sign))?.[1] ?? currencySchema.safeParse(sign.toUpperCase()).data;
  const whole = readNumber(figure.replaceAll('’', '')) ?? 0;
  const amount = whole * scaleOf(scale);
  return { budgetAmount: String(amount), ...(currency ? { currency } : {}) };
}

/** "5k", "2 M€", "1.5 million". */
const scaleOf = (written: string): number => {
  if (written === '') return 1;
  return /^(?:m$|million)/iu.test(written) ? 1_000_000 : 1000;
};

export const channelsIn = (text: string, between: RegExp): Channel[] => [
  ...new Set(
    text.split(between).flatMap((word) => channelSchema.safeParse(word.replace(/\([^)]*\)/g, '').trim()).data ?? []),
  ),
];
/** In running text, "site" or "x" may be anything. */
const isUnmistakable = (channel: Channel): boolean =>
  channel !== 'blog' && channel !== 'x' && channel !== 'search' && channel !== 'threads';
const DENIED =
  /(?<!\p{L})(?:pas|ni|sans|jamais|sauf|hors|[ée]viter|no|not|nor|never|without|except|avoid|(?:do|does|is|are)n['’]t)(?!\p{L})/iu;
/** The channels that running text asks for; a sentence that denies anything may deny them. */
export const channelsAskedIn = (sentence: string): Channel[] =>
  DENIED.test(sentence) ? [] : channelsIn(sentence, /[^\p{L}\p{N}]+/u).filter(isUnmistakable);

const MONTH =
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december';
const DAY = String.raw`(?:\p{L}+\s)?(?:\d{1,2}(?:er|st|nd|rd|th)?(?:\sof)?\s(?:${MONTH})(?:\s\d{4})?|(?:${MONTH})\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)`;
const FIRST = String.raw`(?:\p{L}+\s)?(?:\d{1,2}(?:er|st|nd|rd|th)?|${DAY})`;
const wholeWords = (...alternatives: readonly string[]) =>
  new RegExp(String.raw`(?<!\p{L})(?:${alternatives.join('|')})`, 'iu');
/** What tells most of a period first: from a day to a day, for a time, until a day. */
const periodPatterns = [
  wholeWords(String.raw`(?:du|from|entre(?: le)?|between)\s${FIRST}\s(?:au|to|et(?: le)?|and|until)\s${DAY}`),
  wholeWords(
    String.raw`(?:\d{1,2}|une?|deux|trois|quatre|six|one|two|three|four)\s(?:semaines?|weeks?|mois|months?)(?!\p{L})`,
  ),
  wholeWords(String.raw`(?:jusqu['’]au|until|till|avant le|before|by)\s${DAY}`),
];

/** The words that say when, and the sentence that they stand in. */
export function findPeriod(
  sentences: readonly string[],
): { readonly words: string; readonly source: string } | undefined {
  for (const pattern of periodPatterns)
    for (const source of sentences) {
      const words = pattern.exec(source)?.[0];
      if (words) return { words, source };
    }
  return undefined;
}

export const readLanguage = (text: string): Partial<BriefForm> | undefined => {
  const short = text.trim().toLowerCase();
  const named = languages.find((language) =>
    new RegExp(language === 'fr' ? '^(?:fr\\b|fran[cç]ais|french)' : '^(?:en\\b|ang?lais|english)', 'u').test(short),
  );
  const french = (
    short.match(/(?<!\p{L})(?:le|la|les|des|une|du|et|pour|avec|nos|notre|nous|est|aux|dans)(?!\p{L})/gu) ?? []
  ).length;
  const english = (short.match(/(?<!\p{L})(?:the|and|for|with|our|we|is|are|of|to|by|from)(?!\p{L})/gu) ?? []).length;
  const language = named ?? (french > 2 * english ? 'fr' : english > 2 * french ? 'en' : undefined);
  return language && { language };
};
