// Where people are sent: site, telephone, address, e-mail, opening hours. Taken only as the brief gives them.
import type { BriefReading } from '../../contracts/brief-reading.ts';
import { type BriefField, byDefault, quoted, type ReadableBrief } from './brief-fields.ts';
import type { Doubt } from './questions.ts';
import { wordPattern } from './word-pattern.ts';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u;
const URL_IN_TEXT =
  /\bhttps?:\/\/[^\s<>«»"()]+|\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|fr|ch|ca|be|org|net|co|uk|io|eu|app|shop|store|quebec|example|info|us|paris|bzh)(?:\/[^\s<>«»"(),;]*)?(?![\p{L}@])/iu;
const TELEPHONE =
  /(?<![\d.,/-])(?:\+\d{1,3}[\s.()-]*(?:\(0\)\s*)?\d(?:[\s.()-]*\d){7,10}|0\d(?:[\s.-]?\d{2}){4}|0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}|0\d{2}\s\d{3}\s\d{2}\s\d{2}|(?:1[-.\s])?\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}|0[89]\d{2}\s\d{3}\s\d{3})(?![\d%€])/u;
const STREET = String.raw`(?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|route|impasse|all[ée]e|cours|passage|square|faubourg|rang)`;
/** Words that go on with the sentence. */
const AFTER_STREET = String.raw`\s(?:pour|afin|avec|dès|de \d|du \d|le \d|à \d|entre|jusqu|tous les|toute|qui|où|venez|ouvert|et |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`;
const ADDRESS = new RegExp(
  String.raw`\b\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:${STREET})\s(?:(?!${AFTER_STREET})[^,;.!?\n()]){2,60}(?:,\s?(?:\d{4,5}\s)?[\p{Lu}][\p{L}' -]{1,40})?|(?<![\p{L}])(?:[Pp]lace|[Qq]uai|[Rr]ue)\s(?:de |du |des |d'|de la |de l')?\p{Lu}[\p{L}' -]{2,40}|\b(?:Unit|Suite|Studio|Shop)\s\d+[A-Z]?,\s\p{Lu}[\p{L}' ]{2,40}(?:,\s\p{Lu}\p{Ll}+(?:[ -]\p{Lu}?\p{Ll}+){0,3}(?:\s[A-Z]{1,2}\d{1,2}[A-Z]?(?:\s\d[A-Z]{2})?)?)?|\b\d{1,5}\s(?:[NSEW]\.?\s)?[\p{Lu}][\p{L}'. ]{1,40}\s(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Way|Square|Sq|Court|Row|Place|Terrace|Quay)\b\.?(?:,\s?[\p{Lu}][\p{L} ]{1,40})?(?:,?\s[A-Z]{2}\b)?`,
  'u',
);
const HOURS = wordPattern(
  /\b(?:(?<!portes )ouvert(?:e|s|es)?(?![\p{L}])|open(?! (?:day|evening|house|night|air))(?![\p{L}])|horaires?\s*:?|hours\s*:?|de (?=\d{1,2}\s?h))[^.;\n]{0,12}\b(?:(?:du|de|from|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|tous les jours|every day|daily|24)[^.;\n]{0,80}\d[^.;\n]{0,25}|\d{1,2}\s?(?:h|am|pm|:)[^.;\n]{0,60})|(?<![\p{L}])(?:(?:du|from|le|on)\s)?(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?\s?(?:au|et|to|and|à|&|-|–)\s?(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,?\s(?:de\s|from\s)?\d{1,2}\s?(?:h|am|pm|:|-|–)[^.;\n]{0,25}|(?<![\p{L}])(?:(?:on|le|les)\s)?(?:(?:lundis|mardis|mercredis|jeudis|vendredis|samedis|dimanches)|(?:mon|tues|wednes|thurs|fri|satur|sun)days),?\s(?:de\s|from\s)?\d{1,2}(?:[.:]\d\d)?\s?(?:h(?:\d\d)?|am|pm)?\s?(?:-|–|à|to)\s?\d{1,2}(?:[.:]\d\d)?\s?(?:h(?:\d\d)?|am|pm)?(?![\d/])|\b(?:24\s?h\s?\/\s?24|24\/7|7j\/7)\b(?:,? ?(?:7j\/7|7 jours sur 7))?/iu,
);

/** Signs of the sentence, not of the address. */
const AFTER_SITE = /[.,;!?]+$/u;

export function readDestination(
  brief: ReadableBrief,
  fields: readonly BriefField[],
): { readonly destination: BriefReading['destination']; readonly doubts: readonly Doubt[] } {
  const { website } = brief.briefData.companyInfo;
  const doubts: Doubt[] = [];
  const given = website === undefined ? undefined : asWebsite(website);
  if (website !== undefined && given === undefined)
    doubts.push({
      about: 'destination',
      from: quoted({ path: 'companyInfo.website' }, website),
      kind: 'website-unreadable',
      parts: [website],
    });
  const bare = fields.map((field) => ({ field, text: field.text.replaceAll(new RegExp(EMAIL.source, 'gu'), ' ') }));
  const inText = bare.flatMap(({ field, text }) => {
    const match = URL_IN_TEXT.exec(text)?.[0].replace(AFTER_SITE, '');
    const site = match && asWebsite(match);
    return site ? [{ field, site, match }] : [];
  })[0];
  const telephone = first(fields, TELEPHONE);
  const email = first(fields, EMAIL);
  const address = addressIn(fields);
  const hours = first(fields, HOURS);
  const [openAt = ''] = (hours?.text ?? '').split(address ? address.text : '\n', 1);
  const isOwnPage = given !== undefined && inText !== undefined && hostOf(inText.site).endsWith(`.${hostOf(given)}`);
  const site = isOwnPage ? inText.site : (given ?? inText?.site);
  const source =
    given && website && !isOwnPage
      ? quoted({ path: 'companyInfo.website' }, website)
      : ((inText && quoted(inText.field, inText.match)) ??
        [telephone, address, email].find((found) => found !== undefined)?.from ??
        byDefault);
  return {
    destination: {
      ...(site ? { website: site } : {}),
      ...(telephone ? { telephone: telephone.text.slice(0, 40) } : {}),
      ...(address ? { address: address.text.slice(0, 200) } : {}),
      ...(email ? { email: email.text.slice(0, 120) } : {}),
      ...(hours ? { hours: openAt.replace(AFTER_SITE, '').trim().replace(/[,;]$/u, '').slice(0, 120) } : {}),
      from: source,
    },
    doubts,
  };
}

/** "Place du Marché du 12 au 15", "place de l'Église tous les soirs": what goes on with the sentence is no part of it. */
function addressIn(fields: readonly BriefField[]) {
  const found = first(fields, ADDRESS);
  const text = found?.text.replace(GOES_ON, '').replace(OPEN_WORDS, '');
  return found && text ? { ...found, text } : undefined;
}
const GOES_ON = new RegExp(String.raw`(?:${AFTER_STREET})(?!\p{L}).*$`, 'u');
const OPEN_WORDS = /(?:\s(?:du|de|des|de la|le|la|les|à|au|aux|en|et|dès|from|on|at|the|and|with|every))+$/iu;

/** "inscriptions.commune.example" in an objective is where people act, on the site of the house. */
const hostOf = (site: string): string => new URL(site).hostname.replace(/^www\./u, '');

function first(fields: readonly BriefField[], pattern: RegExp) {
  for (const field of fields) {
    const match = pattern.exec(field.text)?.[0].trim();
    if (match) return { text: match, from: quoted(field, match) };
  }
  return undefined;
}

const SCHEME = /^[a-z][a-z+.-]*:(?!\d)/iu;
const PAGE = /^https?:$/u;
const DOMAIN = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]*$/u;
const NO_DOMAIN = /^(?:www\.)?(?:none|aucun|na|todo|tbd)\./u;
const LONGEST_ADDRESS = 300;

/** The address as a link, with a scheme; undefined for what cannot be one ("none", "à venir", "http://localhost"). */
function asWebsite(written: string): string | undefined {
  const text = written.trim();
  if (text.length > LONGEST_ADDRESS || /\s/u.test(text)) return undefined;
  const url = URL.parse(SCHEME.test(text) ? text : `https://${text}`);
  if (!url || !PAGE.test(url.protocol) || url.username || url.password) return undefined;
  const isName = DOMAIN.test(url.hostname) && !NO_DOMAIN.test(url.hostname);
  return isName ? url.href.replace(/\/$/u, '') : undefined;
}
