// The last hand on every text: apostrophes, quotation marks, the spaces that each French puts before its signs, and the
// words that each variety of a language spells or names in its own way.
import type { Variety } from './grammar/amounts-and-days.ts';

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

export function finishText(text: string, variety: Variety): string {
  const straight = text
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’')
    .replace(/[^\S\n\u00a0\u202f]{2,}/gu, ' ')
    .replace(/\s+$/u, '');
  return variety.startsWith('fr') ? finishFrench(straight, variety) : finishEnglish(straight, variety);
}

function finishFrench(text: string, variety: Variety): string {
  const beforeHigh = variety === 'fr-CA' ? '' : NARROW;
  const spaced = text
    .replace(/(?<=[^\s;!?])[^\S\n]*(?=[;!?](?:[\s\u00a0»)]|$))/gu, beforeHigh)
    .replace(/[^\S\n]+(?=:(?:\s|$))/gu, NO_BREAK)
    .replace(/[^\S\n]*»/gu, variety === 'fr-CH' ? `${NARROW}»` : `${NO_BREAK}»`)
    .replace(/«[^\S\n]*/gu, variety === 'fr-CH' ? `«${NARROW}` : `«${NO_BREAK}`)
    .replace(/(?<=\d)[^\S\n]+(?=(?:%|€|\$|kg|km|g|cm|h|min)(?![\p{L}\d]))/gu, NO_BREAK)
    .replace(/(?<=(?<!\d)\d{1,3})[ \u00a0](?=\d{3}(?!\d))/gu, NARROW)
    .replace(/(?<=(?:^|\s)(?:M|Mme|Dr|n°|p)\.?) (?=\p{Lu}|\d)/gu, NO_BREAK);
  return variety === 'fr-FR' ? spaced : replaceWords(spaced, variety === 'fr-CA' ? QUEBEC : SWITZERLAND);
}

const finishEnglish = (text: string, variety: Variety): string => {
  const quoted = text.replace(/[\u202f]/gu, NO_BREAK);
  return replaceWords(quoted, variety === 'en-US' ? UNITED_STATES : variety === 'en-CA' ? CANADA : []);
};

type Pair = readonly [from: RegExp, to: string];
const pairs = (table: string): readonly Pair[] =>
  table.split(',').map((pair) => {
    const [from = '', to = ''] = pair.trim().split('>');
    return [new RegExp(`(?<![\\p{L}@./-])${from}(?![\\p{L}@]|\\.\\p{L})`, 'giu'), to] as const;
  });

const QUEBEC = pairs(
  'l’e-mail>le courriel,d’e-mail>de courriel,le week-end>la fin de semaine,ce week-end>cette fin de semaine,un week-end>une fin de semaine,du week-end>de la fin de semaine,e-mails>courriels,e-mail>courriel,mails>courriels,mail>courriel,newsletters>infolettres,newsletter>infolettre,week-ends>fins de semaine,week-end>fin de semaine,parking>stationnement,hashtags>mots-clics,hashtag>mot-clic',
);
const SWITZERLAND = pairs('soixante-dix>septante,quatre-vingt-dix>nonante');
const AMERICAN =
  'organise>organize,organised>organized,organises>organizes,organising>organizing,recognise>recognize,recognised>recognized,realise>realize,programme>program,programmes>programs,cheque>check,fulfil>fulfill,enrol>enroll';
const UNITED_STATES = pairs(
  `${AMERICAN},colour>color,colours>colors,centre>center,centres>centers,favourite>favorite,neighbour>neighbor,neighbours>neighbors,neighbourhood>neighborhood,honour>honor,behaviour>behavior,judgement>judgment,enquiry>inquiry,enquiries>inquiries,enquire>inquire,postcode>zip code`,
);
const CANADA = pairs(
  'organise>organize,organised>organized,recognise>recognize,realise>realize,programme>program,programmes>programs',
);

const replaceWords = (text: string, table: readonly Pair[]): string =>
  table.reduce(
    (said, [from, to]) =>
      said.replace(from, (word) => (/^\p{Lu}/u.test(word) ? to.charAt(0).toUpperCase() + to.slice(1) : to)),
    text,
  );

/** The same value with every text in it finished; its shape is untouched. */
export function finishTexts(value: unknown, variety: Variety): unknown {
  if (typeof value === 'string') return finishText(value, variety);
  if (Array.isArray(value)) return value.map((entry) => finishTexts(entry, variety));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, finishTexts(entry, variety)]));
  return value;
}
