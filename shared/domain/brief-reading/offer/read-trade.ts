// The trade of the house stands in where nothing else says what is offered; a person is asked.
import type { GoalKind } from '../../../contracts/brief-reading.ts';
import type { Language } from '../../../contracts/language.ts';
import { type BriefField, shortened } from '../brief-fields.ts';
import { LONGEST_THING } from './noun-phrase.ts';
import type { OfferCandidate } from './offer-candidate.ts';

const BESIDE = /\s*(?:[,;:|•]|(?<!\d)\/|\/(?!\d)|\s[-–—]\s|\s(?:since|depuis|est\.|\d)|\.(?:\s|$))/iu;
const IN_BRACKETS = /\([^()]*\)/gu;

/** Nobody books a dentist like a table: an appointment with one. */
const SOMEBODY =
  /^(?:(?:chirurgien(?:ne)?[\s-])?dentiste|m[ée]decin|ost[ée]opathe|kin[ée](?:sith[ée]rapeute)?|sage-femme|psycho(?:logue|th[ée]rapeute)|orthophoniste|podologue|di[ée]t[ée]ticien(?:ne)?|nutritionniste|opticien(?:ne)?|v[ée]t[ée]rinaire|avocate?|notaire|(?:expert-)?comptable|coiffeu(?:r|se)|barbier|esth[ée]ticien(?:ne)?|photographe|coach|tatoueu(?:r|se)|(?:\p{L}+ )?(?:dentist|doctor|gp|vet|hairdresser|barber|osteopath|physio(?:therapist)?|therapist|chiropractor|optician|optometrist|lawyer|solicitor|accountant|photographer|tutor|beautician|nutritionist|dietitian|midwife|podiatrist|psychologist|tattooist|stylist))(?![\p{L}])/iu;
const appointmentWith = (trade: string, language: Language): string =>
  language === 'en' ? 'appointment' : SITS_FOR.test(trade) ? 'séance' : 'consultation';
const SITS_FOR = /^(?:coiffeu|barbier|esth[ée]ticien|photographe|coach|tatoueu)/iu;

export function tradeIn(fields: readonly BriefField[], language: Language, goal: GoalKind): OfferCandidate[] {
  const field = fields.find(({ path }) => path === 'companyInfo.sector');
  const trade = field && tradeOf(field.text);
  const thing = trade && goal === 'book' && SOMEBODY.test(trade) ? appointmentWith(trade, language) : trade;
  return field && thing ? [{ thing, field, quote: field.text, isGuess: true }] : [];
}

/** Without what stands beside it: "dentist (family), 2 chairs, Cork" is a dentist. */
function tradeOf(text: string): string | undefined {
  const bare = text.replaceAll(IN_BRACKETS, ' ').trim();
  const stop = bare.search(BESIDE);
  const trade = stop > 0 ? bare.slice(0, stop) : bare;
  return [trade, text].map((written) => shortened(written, LONGEST_THING)).find((written) => /\p{L}{3}/u.test(written));
}
