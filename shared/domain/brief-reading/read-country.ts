// Where the audience lives: by places and words, the site's ending, telephone prefixes, last the currency.
import type { ReadFrom } from '../../contracts/brief-reading.ts';
import { type BriefField, quoted, type ReadableBrief } from './brief-fields.ts';
import { type Country, cityZones, countries, currencyCountry } from './countries.ts';
import { matchesIn } from './matches-in.ts';
import { wordPattern } from './word-pattern.ts';

export interface CountryRead {
  readonly country: Country | undefined;
  readonly timeZone: string;
  readonly from: ReadFrom | undefined;
}

const WORLD_ZONE = 'Etc/UTC';
const countryWords = countries.map((country) => ({
  country,
  pattern: wordPattern(new RegExp(country.words.source, `g${country.words.flags}`)),
}));
const zoneWords = cityZones.map(([code, pattern, zone]) => ({ code, pattern: wordPattern(pattern), zone }));

export function readCountry(brief: ReadableBrief, fields: readonly BriefField[]): CountryRead {
  const named = byWords(fields) ?? byWebsite(brief) ?? byTelephone(fields) ?? byCurrency(brief);
  const country = named?.country;
  // There is a Halifax in Yorkshire too.
  const zone = zoneWords.find(
    ({ code, pattern }) => (!country || code === country.code) && fields.some(({ text }) => pattern.test(text)),
  )?.zone;
  const fallback = brief.language === 'fr' ? 'Europe/Paris' : WORLD_ZONE;
  return { country, timeZone: zone ?? country?.timeZone ?? fallback, from: named?.from };
}

type Named = { readonly country: Country; readonly from: ReadFrom } | undefined;

/** The country named most often; of equals the one in the more telling field. The audience's own words count double. */
function byWords(fields: readonly BriefField[]): Named {
  const found = countryWords.flatMap(({ country, pattern }) => {
    const matches = fields.flatMap((field) =>
      matchesIn(field.text, pattern).map((match) => ({ field, text: match[0] })),
    );
    const weight = matches.reduce((sum, { field }) => sum + (field.path.includes('targetAudience') ? 2 : 1), 0);
    const [first] = matches;
    return first ? [{ country, weight, from: quoted(first.field, first.text) }] : [];
  });
  return found.toSorted((left, right) => right.weight - left.weight)[0];
}

function byWebsite({ briefData }: ReadableBrief): Named {
  const website = briefData.companyInfo.website ?? '';
  const host = website.replace(/^https?:\/\//iu, '').split('/', 1)[0] ?? '';
  const country = countries.find(({ domain }) => domain.test(host));
  return country && { country, from: quoted({ path: 'companyInfo.website' }, website) };
}

function byTelephone(fields: readonly BriefField[]): Named {
  for (const field of fields) {
    const country = countries.find(({ prefix }) => prefix.test(field.text));
    if (country) return { country, from: quoted(field, country.prefix.exec(field.text)?.[0] ?? '') };
  }
  return undefined;
}

function byCurrency({ briefData, language }: ReadableBrief): Named {
  const { currency } = briefData.campaignGoals.budget;
  const code = currencyCountry[currency] ?? (currency === 'EUR' && language === 'fr' ? 'FR' : undefined);
  const country = countries.find((candidate) => candidate.code === code);
  return country && { country, from: quoted({ path: 'campaignGoals.budget.currency' }, currency) };
}
