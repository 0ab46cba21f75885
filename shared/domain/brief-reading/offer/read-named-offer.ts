// What the name of a campaign says of the offer: what it launches, or the event it is called by.
import type { BriefField, ReadableBrief } from '../brief-fields.ts';
import { EDITION, EVENT, LAUNCH } from './launch-words.ts';
import { thingIn } from './noun-phrase.ts';
import type { OfferCandidate } from './offer-candidate.ts';

export function namedIn(brief: ReadableBrief, fields: readonly BriefField[]): OfferCandidate[] {
  const company = brief.briefData.companyInfo.name.toLowerCase();
  return fields
    .filter(({ path }) => path === 'name')
    .flatMap((field) => {
      const event = EVENT.test(field.text) ? field.text.replace(EDITION, '') : '';
      const thing = thingIn(LAUNCH.test(field.text) ? field.text.replace(LAUNCH, '') : event);
      return thing && thing.toLowerCase() !== company ? [{ thing, field, quote: field.text, isGuess: false }] : [];
    });
}
