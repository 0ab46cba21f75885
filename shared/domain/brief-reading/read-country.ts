// Where the audience lives: by places and words, the site's ending, telephone prefixes, last the currency.
import type { BriefField, ReadableBrief } from './brief-fields.ts';
import { type Country, cityZones, countries, currencyCountry } from './countries.ts';
import { matchesIn } from './matches-in.ts';
import { wordPattern } from './word-pattern.ts';

export interface CountryRead {
  readonly country: Country | undefined;
  readonly timeZone: string;
}

const WORLD_ZONE = 'Etc/UTC';
const countryWords = countries.map((country) => ({
  country,
  pattern: wordPattern(new RegExp(country.words.source, `g${country.words.flags}`)),
}));
const zoneWords = cityZones.map(([code, pattern, zone]) => ({ code, pattern: wordPattern(pattern), zone }));

export function readCountry(brief: ReadableBrief, fields: readonly BriefField[]): CountryRead {
  const country = byWords(fields) ?? byWebsite(brief) ?? byTelephone(fields) ?? byCurrency(brief);
  // There is a Halifax in Yorkshire too.
  const zone = zoneWords.find(
    ({ code, pattern }) => (!country || code === country.code) && fields.some(({ text }) => pattern.test(text)),
  )?.zone;
  const fallback = brief.language === 'fr' ? 'Europe/Paris' : WORLD_ZONE;
  return { country, timeZone: zone ?? country?.timeZone ?? fallback };
}

/** The country named most often; of equals the one in the more telling field. The audience's own words count double. */
function byWords(fields: readonly BriefField[]): Country | undefined {
  const found = countryWords.map(({ country, pattern }) => {
    const weights = fields.map(
      ({ path, text }) => matchesIn(text, pattern).length * (path.includes('targetAudience') ? 2 : 1),
    );
    return { country, weight: weights.reduce((sum, weight) => sum + weight, 0) };
  });
  return found.filter(({ weight }) => weight > 0).toSorted((left, right) => right.weight - left.weight)[0]?.country;
}

function byWebsite({ briefData }: ReadableBrief): Country | undefined {
  const [host = ''] = (briefData.companyInfo.website ?? '').replace(SCHEME, '').split('/', 1);
  return countries.find(({ domain }) => domain.test(host));
}
const SCHEME = /^https?:\/\//iu;

const byTelephone = (fields: readonly BriefField[]): Country | undefined =>
  fields.map(({ text }) => countries.find(({ prefix }) => prefix.test(text))).find((country) => country !== undefined);

/** Euros are those of France where the brief is in French, and of no country where it is in English. */
function byCurrency({ briefData, language }: ReadableBrief): Country | undefined {
  const { currency } = briefData.campaignGoals.budget;
  const known = currencyCountry[currency] ?? (currency === 'EUR' && language === 'fr' ? 'FR' : undefined);
  return countries.find(({ code }) => code === known);
}
