// The trade of the house stands in where nothing else says what is offered; a person is asked.
import { type BriefField, shortened } from '../brief-fields.ts';
import { LONGEST_THING } from './noun-phrase.ts';
import type { OfferCandidate } from './offer-candidate.ts';

const BESIDE = /\s*(?:[,;:|•]|(?<!\d)\/|\/(?!\d)|\s[-–—]\s|\s(?:since|depuis|est\.|\d)|\.(?:\s|$))/iu;
const IN_BRACKETS = /\([^()]*\)/gu;

export function tradeIn(fields: readonly BriefField[]): OfferCandidate[] {
  const field = fields.find(({ path }) => path === 'companyInfo.sector');
  const thing = field && tradeOf(field.text);
  return field && thing ? [{ thing, field, quote: field.text, isGuess: true }] : [];
}

/** Without what stands beside it: "dentist (family), 2 chairs, Cork" is a dentist. */
function tradeOf(text: string): string | undefined {
  const bare = text.replaceAll(IN_BRACKETS, ' ').trim();
  const stop = bare.search(BESIDE);
  const trade = stop > 0 ? bare.slice(0, stop) : bare;
  return [trade, text].map((written) => shortened(written, LONGEST_THING)).find((written) => /\p{L}{3}/u.test(written));
}
