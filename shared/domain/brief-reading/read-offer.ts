// Finds what is offered: the words after the goal's own ("vendre | des paniers de légumes | avant Noël"), else the name of
// the campaign, else what another objective makes known, else the trade. A proper name is taken from quotation marks or capitals.
import type { BriefReading, GoalKind } from '../../contracts/brief-reading.ts';
import { type BriefField, byDefault, quoted, type ReadableBrief, shortened } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import { monthPattern } from './dates/month-names.ts';
import { isForTheTeam } from './for-the-team.ts';
import { isPublic, publicLines } from './public-lines.ts';
import type { Doubt } from './questions.ts';
import type { PriceFound } from './read-amounts.ts';
import type { GoalRead } from './read-goal.ts';

type Offer = BriefReading['offer'];

const LONGEST_THING = 90;
const NUM = String.raw`(?:\d[\d\s.,']*k?|une?|deux|trois|quatre|cinq|six|dix|two|three|four|five|ten|a|an)`;

/** Where the thing stops and circumstances begin. */
const STOP = new RegExp(
  [
    `[,;:.!?()«»"“”–—|]`,
    String.raw`\s-\s`,
    String.raw`\s(?:avant|d'ici|jusqu'|pendant|durant|depuis|[àa] partir du|[àa] compter|en ligne|en direct|via|gr[âa]ce|afin|pour que|aupr[èe]s (?:de|des)|parmi|dès|des (?=maintenant|demain|(?:le )?\d|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)|sur (?:notre|le) site|cette ann[ée]e|ce (?:mois|printemps)|cet (?:[ée]t[ée]|hiver|automne)|dans (?:l'\p{L}+|la r[ée]gion|tout|toute|les|le|la|nos|notre)|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|\d)|les? (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|du (?:\d|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d)|[àa] (?=\p{Lu})|au (?:\d|prix)|[àa] (?:\d|moiti[ée])|chez (?:les|nos|des)|et (?:faire|obtenir|vendre|recruter|remplir|donner|attirer|atteindre|montrer))(?![\p{L}])`,
    String.raw`\s(?:before|by|until|through|during|within|online|so that|in order|from (?:\w+ )?\d|among|because|via|throughout|this (?:spring|summer|fall|autumn|winter|month|year|season)|in (?:${monthPattern}|the (?:us|uk|city|area|region)|\d)|on (?:\w+day|our (?:site|website)|\w+ \d|the \d)|at (?:\d|[$£€])|to (?:get|make|reach|grow|help|raise|increase|people|our|the|existing|new)|and (?:get|make|sell|hire|reach|fill|raise|increase|grow|build))(?![\p{L}])`,
    String.raw`\s(?:\d{1,2}(?:er|st|nd|rd|th)?\s)(?:${monthPattern})(?![\p{L}])|\s(?:${monthPattern})\.?\s?(?:[-–]|to\s|[àa]\s|\d)`,
    String.raw`\s(?:x \d|par (?:jour|semaine|mois|soir|s[ée]ance)|per (?:day|week|month|session)|each (?:day|week)|starting|beginning|for (?:the|this|next) (?:\w+ )?(?:term|season|year)|du (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s(?:et|ou|au))(?![\p{L}])`,
    String.raw`\s(?:€|\$|£)\s?\d|\s\d[\d\s.,]*\s?(?:€|\$|£|CHF|euros?)`,
  ].join('|'),
  'iu',
);
/** A title in quotation marks after its noun belongs to the thing: l'exposition « Ciels de Boudin ». */
const TITLE = /^([^,;:.!?()«"“”|]{2,40}?)\s*[«“"]\s*([^»”"]{2,60}?)\s*[»”"]/u;
const COUNTED = `(?:visiteurs?|visitors?|personnes?|people|participants?|attendees?|clients?|customers?|members?|membres?|abonn[ée]e?s|adh[ée]rents?|signatures?|t[ée]l[ée]chargements?|downloads?|installs?|registrations?|inscriptions?|candidatures?|applications?|r[ée]servations?|bookings?|commandes?|orders?|pr[ée]commandes?|pre-?orders?|appels?|(?:phone )?calls?|demos?|d[ée]monstrations?|pi[èe]ces?|exemplaires?|places?|seats?|units?|unit[ée]s?|abonnements?|subscriptions?|subscribers?|rendez-vous|appointments?)`;
const LEADING = new RegExp(
  String.raw`^(?:[\s:,'-]|(?:en ligne|online|de|d'|du|des|aux?|[àa]|pour|en|of|for|to|from|via|with|our|your|more|${COUNTED}(?=\s+(?:[àa]|aux?|for|of|to|pour|de|du|des|d'|l'|la|le|les)(?=[\s']|(?<=')))|plus de|plus d'|au moins|at least|sur|les?|la|l'|their|leurs?|${NUM}(?=\s)|nouve(?:aux?|lles?)|new|qualified|qualifi[ée]e?s?|gratuite?s?(?= (?:de|d'|sur|pour))|min(?:utes)?(?= (?:sur|pour|about|on|to))|about(?= the| our)|paying|payants?|online|monthly|s'|notre|nos|votre|the)(?=[\s']|$|(?<=')))\s*`,
  'iu',
);

export function readOffer(
  brief: ReadableBrief,
  fields: readonly BriefField[],
  { goal, matches }: GoalRead,
  prices: readonly PriceFound[],
): { readonly offer: Omit<Offer, 'date'>; readonly doubts: readonly Doubt[] } {
  const name = properName(brief, fields);
  const known = madeKnown(brief, fields);
  // A meeting at a fair is about what is shown there.
  const isShownThere = MEETINGS.has(goal.kind) && known.length > 0;
  const candidates = [
    ...labelled(fields),
    ...sessionIn(brief, matches),
    ...causeIn(goal, fields),
    ...afterGoalWords(matches),
    ...(isShownThere ? [] : fromName(brief, fields)),
    ...known,
    ...fromSector(fields),
  ];
  const [best] = candidates;
  // What a gift does is no price.
  const price = goal.kind === 'donate' || goal.kind === 'petition' ? undefined : priceFor(best, goal, prices);
  const quantity = readQuantity(fields, goal.target);
  const extra = {
    ...(name ? { name } : {}),
    ...(price ? { price: priceOf(price) } : {}),
    ...(quantity ? { quantity } : {}),
  };
  if (!best) {
    const thing = brief.language === 'fr' ? 'cette offre' : 'this offer';
    return { offer: { thing, ...extra, from: byDefault }, doubts: [unknown(thing, fields)] };
  }
  return {
    offer: { thing: best.thing, ...extra, from: quoted(best.field, best.quote) },
    doubts: best.isGuess ? [unknown(best.thing, fields)] : [],
  };
}

/** Of two objectives with a free evening and vouchers at €45, the evening is free. */
const FREE = /(?<![\p{L}])(?:gratuite?s?|offerte?s?|entr[ée]e libre|free|no charge)(?![\p{L}])/iu;
/** Where another objective has a price, it is that of what it sells; unless it is what one pays to come in. */
const ADMISSION =
  /(?<![\p{L}])(?:entr[ée]es?|tarifs?|admission|tickets?|billets?|cotisation|participation|frais|fee|entry|places?|seats?)(?![\p{L}])/iu;
const SOLD: ReadonlySet<GoalKind> = new Set(['buy', 'subscribe', 'know', 'install', 'request-demo']);
function priceFor(
  best: Candidate | undefined,
  goal: GoalRead['goal'],
  prices: readonly PriceFound[],
): PriceFound | undefined {
  const at = (path: string | undefined) => prices.find(({ field }) => field.path === path);
  const own = at(best?.field.path) ?? at(goal.from.field);
  if (own || (best && FREE.test(best.quote))) return own;
  return prices.find(
    ({ field, index }) =>
      SOLD.has(goal.kind) ||
      !field.path.startsWith('campaignGoals.objectives.') ||
      ADMISSION.test(field.text.slice(Math.max(0, index - 40), index)),
  );
}
const MEETINGS: ReadonlySet<GoalKind> = new Set(['book', 'request-demo', 'call']);

function priceOf({ amount, currency, per, words }: PriceFound): NonNullable<Offer['price']> {
  return { amount, currency, ...(per ? { per } : {}), words };
}

const unknown = (thing: string, fields: readonly BriefField[]): Doubt => ({
  about: 'offer',
  from: quoted(fields[0] ?? { path: 'campaignGoals.objectives.0' }, fields[0]?.text ?? ''),
  kind: 'offer-unknown',
  parts: [thing],
});

interface Candidate {
  readonly thing: string;
  readonly field: BriefField;
  readonly quote: string;
  readonly isGuess: boolean;
}

function afterGoalWords(matches: GoalRead['matches']): Candidate[] {
  return matches.flatMap(({ clause, index, text, field, isThing, enclosed }) => {
    const isEndOfName = field.path === 'name' && index + text.length === clause.length;
    const start = isThing ? (isEndOfName ? 0 : articleBefore(clause, index)) : index + text.length;
    const rest = clause.slice(start);
    const found = enclosed ?? thingIn(rest);
    const activity = found && ONLY_A_TIME.test(found) ? thingIn(ACTIVITY.exec(rest)?.[1] ?? '') : undefined;
    const thing = activity ?? found;
    if (thing) return [{ thing, field, quote: clause, isGuess: false }];
    const named = index === 0 && !isThing ? namedBefore(clause, field) : undefined;
    return named ? [{ thing: named, field, quote: named, isGuess: false }] : [];
  });
}

/** "Turkeys, geese & ribs of beef - order by 14 Dec": what to order stands before the order. */
function namedBefore(clause: string, { text }: BriefField): string | undefined {
  const clauses = clausesOf(text);
  const before = clauses[clauses.indexOf(clause) - 1];
  const isTold = before && !isForTheTeam(before) && publicLines(text).flatMap(clausesOf).includes(before);
  return isTold && before.length <= LONGEST_THING && !NO_OFFER.test(before) && !/[.!?:]$|\d/u.test(before)
    ? // A sentence began with it: a capital of its own it has only beside others.
      before.replace(/^\p{Lu}(?=\p{Ll}[^\p{Lu}]*$)/u, (letter) => letter.toLowerCase())
    : undefined;
}

/** "50 donneurs de sang": what they come to is the session, by the word for what is given. */
const GIVEN = /(?<!\p{L})(?:sang|plasma|plaquettes|blood|platelets?)(?!\p{L})/iu;
function sessionIn({ language }: ReadableBrief, matches: GoalRead['matches']): Candidate[] {
  return matches.flatMap(({ text, field, clause }) => {
    const given = GIVEN.exec(text)?.[0].toLowerCase();
    if (!given) return [];
    const thing = language === 'fr' ? `la collecte de ${given}` : `the ${given.replace(/s$/u, '')} donation session`;
    return [{ thing, field, quote: clause, isGuess: false }];
  });
}

/** A form that has a line for it: "Offre : bon d'achat de 10 €". */
const LABELLED = /^(?:offres?|offers?|produits?|products?|service)\s?:\s(.{3,})$/iu;
const labelled = (fields: readonly BriefField[]): Candidate[] =>
  fields
    .filter(({ path }) => path.startsWith('campaignGoals.objectives.'))
    .flatMap((field) =>
      clausesOf(field.text).flatMap((clause) => {
        const thing = cutAtComma(LABELLED.exec(clause)?.[1] ?? '');
        return thing && isPublic(clause.split(/[,;(]\s?/u, 1)[0] ?? '')
          ? [{ thing, field, quote: clause, isGuess: false }]
          : [];
      }),
    );
const cutAtComma = (text: string): string => shortened(text.split(/[,;(]\s?/u, 1)[0] ?? '', LONGEST_THING);

const articleBefore = (clause: string, index: number): number =>
  index -
  (/(?<![\p{L}])(?:l'|(?:la|le|les|un|une|notre|nos|our|the|their|your|an?)\s)?(?:(?:1st|first|free|annual|yearly|spring|summer|autumn|winter)\s)?$/iu.exec(
    clause.slice(0, index),
  )?.[0].length ?? 0);

/** A gift is for something: what stands after "pour", "to" or "=". A petition is known by what it asks. */
function causeIn({ kind }: GoalRead['goal'], fields: readonly BriefField[]): Candidate[] {
  if (kind !== 'donate' && kind !== 'petition') return [];
  const told = fields.filter(({ path }) => path.startsWith('campaignGoals.objectives.'));
  return told.flatMap((field) =>
    clausesOf(field.text).flatMap((clause): Candidate[] => {
      if (kind === 'petition') {
        const asks =
          /(?:p[ée]titions?|signatures?|sign)\s+(?:pour (?:la |une )?p[ée]tition\s+)?((?:to|against|for|contre|pour)\s.+)$/iu.exec(
            clause,
          );
        const demand = asks?.[1] && cutAtStop(asks[1]);
        const before = /^(?:contre|pour)\b/iu.test(demand ?? '') ? 'la pétition' : 'the petition';
        return demand
          ? [{ thing: shortened(`${before} ${demand}`, LONGEST_THING), field, quote: clause, isGuess: false }]
          : [];
      }
      const cause =
        /(?:dons?|donations?|gifts?|€|\$|£|CHF|\d(?![^,;]*(?:b[ée]n[ée]voles|volunteers)))\s.*?(?<![\p{L}])(pour|afin de|to|for)\s((?!no[ëe]l|christmas).{4,})$/iu.exec(
          clause,
        );
      const purpose = cause?.[2] && cutAtStop(cause[2]);
      const gift = /=\s*\d*\s*(.{3,})$/u.exec(clause)?.[1];
      const thing = (purpose && objectOf(purpose)) ?? (gift && cutAtStop(gift));
      return thing ? [{ thing: shortened(thing, LONGEST_THING), field, quote: clause, isGuess: false }] : [];
    }),
  );
}

/** Sentences need a noun: of "replanter le corail" and "plant 300 trees" the corals and the trees. */
const objectOf = (purpose: string): string =>
  purpose
    .replace(/^\p{L}+(?:er|ir|re|oir)\s+(?=(?:le|la|les|l'|des|du|d'|un|une|nos|notre|leur|leurs|\d)(?![\p{L}]))/iu, '')
    .replace(
      /^(?:buy|build|plant|replant|feed|fund|save|protect|help|rescue|repair|restore|keep|open|send|train|house|shelter|support|provide|give|bring|finance)\s+/iu,
      '',
    );

function cutAtStop(text: string): string | undefined {
  const stop = text.slice(3).search(STOP);
  const kept = (stop < 0 ? text : text.slice(0, stop + 3)).trim();
  return /\p{L}{3}/u.test(kept) ? kept : undefined;
}

/** The noun phrase at the start of a text, without counts and linking words; undefined where none is left. */
function thingIn(text: string): string | undefined {
  let rest = text.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    const bare = rest.replace(ARTICLE, '');
    if (bare !== rest && !LEADING.test(bare)) break;
    const undated = rest.replace(LEADING_DATES, '');
    // "3000 visiteurs du 15 au 17 mai à Châteauroux": a town is where, not what.
    if (undated !== rest && TOWN_FIRST.test(undated)) return undefined;
    rest = undated.replace(LEADING, '');
  }
  if (TIME_FIRST.test(rest) || CLITIC_FIRST.test(rest)) return undefined;
  // A title is one word to the search for a stop.
  const joined = rest.replace(
    TITLE,
    (_whole, noun: string, title: string) => `${noun} ${title.replaceAll(' ', JOINT)}`,
  );
  const stop = joined.replace(DAY_BEFORE_DATE, (day) => '.'.repeat(day.length)).search(STOP);
  const thing = (stop < 0 ? joined : joined.slice(0, stop)).replaceAll(JOINT, ' ').trim().replace(LAST_LINK, '');
  if (!/\p{L}{3}/u.test(thing) || NO_OFFER.test(thing)) return undefined;
  return shortened(thing, LONGEST_THING);
}

/** "Inscrits pour le 2e trimestre, cours du mercredi": people sign up for the lessons. */
const ONLY_A_TIME =
  /^(?:(?:le|la|l'|ce|cette|the|this)\s?)?(?:(?:\d+(?:e|er|re|ère|ème|st|nd|rd|th)|premi[eè]re?|deuxi[eè]me|troisi[eè]me|prochaine?|nouvelle|first|second|third|next|new|spring|summer|autumn|fall|winter)\s)?(?:trimestre|semestre|ann[ée]e(?: scolaire)?|saison|rentr[ée]e|mois|term|semester|season|(?:school )?year|month|quarter)$/iu;
const ACTIVITY =
  /[,:–-]\s*((?:les |the )?(?:cours|stages?|ateliers?|le[çc]ons?|s[ée]ances?|lessons?|classes|courses?|workshops?|sessions?|camps?)(?![\p{L}])[^,;:.!?()]{0,60})/iu;

/** Who comes, where it runs, and the place they take are not what is offered. */
const NO_OFFER = new RegExp(
  String.raw`^(?:(?:at|in|on|by|from|with|near|that|who|which|per|each|every|[àa]|aux?|en|dans|chez|sur|par|que|qui|chaque)\s.*|(?:qu'|avant|apr[èe]s|before|after).*|(?:(?:le|notre|the|our)\s)?(?:stand|booth)(?:\s.*)?|(?:les |nos |the |our )?(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?:\s.*)?|(?:en |in )?(?:${monthPattern})|(?:(?:le|la|les|des|the|une?|an?)\s)?(?:personnes|gens|monde|visiteurs|visitors|people|families|familles|clients?|customers?|participants?|enfants|kids|cr[ée]neaux?|slots?|places?|seats?|spots?|ios|android|iphone|ipad|apps?|mobile))$`,
  'iu',
);

const JOINT = '\u2060';
const ARTICLE = /^(?:(?:la|le|les|the|nos|notre|our)\s|l')/iu;
const LEADING_DATES = new RegExp(
  String.raw`^(?:(?:du |le |on |the |from )?\d{1,2}(?:er|st|nd|rd|th)?\s?(?:au|[àa]|to|-|–)\s?)?(?:le |on |the )?\d{1,2}(?:er|st|nd|rd|th)?\s(?:${monthPattern})\b\.?(?:\s20\d{2})?\s*`,
  'iu',
);
const TOWN_FIRST = /^(?:[àa]|au|aux|in|at|near|près de)\s(?:l[ae]s?\s)?\p{Lu}/u;
const TIME_FIRST =
  /^(?:by|before|until|avant|jusqu|d'ici|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/iu;
/** "Venez les rencontrer" says what to do, not what is there; "not Booking.com" what is not. */
const CLITIC_FIRST =
  /^(?:(?:not|no|without|rather|pas|sans|plut[ôo]t)\s|(?:les?|la|l'|nous|vous|en|y|them|us|it)\s?\p{L}+(?:er|ir|re)(?![\p{L}]))/iu;
/** "samedi 12 décembre" is a date, "le panier du samedi" is none. */
const DAY_BEFORE_DATE =
  /\s(?:le |on )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?)(?=\s\d)/iu;
const LAST_LINK =
  /\s(?:et|and|ou|or|de|du|of|for|[àa]|to|pour|qui|that|in|en|dans|with|avec|on|at|booked|sold|signed)$/iu;

const LAUNCH =
  /^(?:le )?(?:lancement|sortie|d[ée]couverte|campagne|op[ée]ration|promo(?:tion)?|recrutement|launch(?:ing)?|introducing|release|campaign|opening|ouverture|spring launch)\s*(?:d[eu]s?\s|de la\s|de l'|d'|of\s|for\s|pour\s|:|the\s)*/iu;

/** "Festival Bulles 8e éd." is what people come to. */
const EVENT =
  /(?<![\p{L}])(?:festival|f[êe]te|salon|foire|march[ée]|exposition|expo|nuit|soir[ée]e|concert|gala|biennale|fair|fest|exhibition|night|open (?:day|evening|house|night)|conference|summit|marathon|tournoi|tournament)(?![\p{L}])/iu;
const EDITION = /[\s,–-]*(?:\d+(?:e|ème|er|th|st|nd|rd)\s*(?:[ée]d(?:ition)?\.?)|20\d\d)\s*$/iu;
const eventNamed = (name: string): string | undefined => (EVENT.test(name) ? name.replace(EDITION, '') : undefined);

function fromName(brief: ReadableBrief, fields: readonly BriefField[]): Candidate[] {
  const field = fields.find(({ path }) => path === 'name');
  if (!field) return [];
  const launched = LAUNCH.test(field.text) ? field.text.replace(LAUNCH, '') : eventNamed(field.text);
  const thing = launched && thingIn(launched);
  return thing && thing.toLowerCase() !== brief.briefData.companyInfo.name.toLowerCase()
    ? [{ thing, field, quote: field.text, isGuess: false }]
    : [];
}

const MADE_KNOWN =
  /(?:faire (?:conna[iî]tre|d[ée]couvrir)|pr[ée]senter|promouvoir|lancer|launch|introduce|promote|showcase|push|switch (?:them |people )?to|awareness (?:of|for))\s+(.+)$/iu;
/** A house that makes itself known offers nothing yet. */
const OWN_NAME = /(?<![\p{L}])(?:brand|marque|names?|noms?|campaign|campagne|company|entreprise|image)(?![\p{L}])/iu;

/** Of "Get 1,200 pre-orders" and "Make the midnight brioche known" the second says of what. */
function madeKnown(brief: ReadableBrief, fields: readonly BriefField[]): Candidate[] {
  const company = brief.briefData.companyInfo.name.toLowerCase();
  return fields
    .filter(({ path }) => path.startsWith('campaignGoals.objectives.'))
    .flatMap((field) =>
      clausesOf(field.text).flatMap((clause) => {
        const thing = thingIn(MADE_KNOWN.exec(clause)?.[1] ?? '');
        const isOwn = !thing || OWN_NAME.test(thing) || thing.toLowerCase().includes(company);
        return isOwn ? [] : [{ thing, field, quote: clause, isGuess: false }];
      }),
    );
}

function fromSector(fields: readonly BriefField[]): Candidate[] {
  const field = fields.find(({ path }) => path === 'companyInfo.sector');
  const thing = field && tradeIn(field.text);
  return field && thing ? [{ thing, field, quote: field.text, isGuess: true }] : [];
}

/** A trade without what stands beside it: "dentist (family), 2 chairs, Cork" is a dentist. */
function tradeIn(text: string): string | undefined {
  const bare = text.replaceAll(/\([^()]*\)/gu, ' ').trim();
  const stop = bare.search(/\s*(?:[,;:|•]|(?<!\d)\/|\/(?!\d)|\s[-–—]\s|\s(?:since|depuis|est\.|\d)|\.(?:\s|$))/iu);
  const trade = (stop > 0 ? bare.slice(0, stop) : bare).replaceAll(/\s+/gu, ' ').trim();
  return [trade, text].map((written) => shortened(written, LONGEST_THING)).find((written) => /\p{L}{3}/u.test(written));
}

/** A name in quotation marks, or the capitals after a word of launching. */
function properName(brief: ReadableBrief, fields: readonly BriefField[]): string | undefined {
  const told = fields.filter(({ path }) => path === 'name' || path.startsWith('campaignGoals.objectives.'));
  for (const { text } of told) {
    const inQuotes = /[«“"]\s*([^»”"]{2,60}?)\s*[»”"]/u.exec(text)?.[1];
    if (inQuotes && /^\p{Lu}/u.test(inQuotes)) return inQuotes;
  }
  const launched = LAUNCH.test(brief.name) ? brief.name.replace(LAUNCH, '').trim() : '';
  const capitals = /^(\p{Lu}[\p{L}\d'’-]*(?:\s(?:(?:de|du|des|la|le|d'|of|the|&)\s)*\p{Lu}[\p{L}\d'’-]*)*)/u.exec(
    launched,
  )?.[1];
  return capitals && capitals !== brief.briefData.companyInfo.name ? capitals : undefined;
}

const QUANTITY =
  /(?<![\p{L}\d])((?:seulement |only |les |limited to |limit[ée]e? [àa] |une (?:dizaine|quinzaine|vingtaine|centaine) de |a dozen )?(?:\d[\d\s]*)?\s?(?:pi[èe]ces?|exemplaires?|places?|seats?|spots?|cr[ée]neaux|units?|copies|bouteilles?|bottles?|paniers?|chambres?|rooms?|billets?|tickets?|tables?|couverts)(?:\s(?:uniques?|num[ée]rot[ée]e?s?|par (?:jour|semaine|mois|session|s[ée]ance)|per (?:day|week|month|session)|disponibles?|available|left|only|max(?:imum)?))?)(?![\p{L}])/giu;

function readQuantity(fields: readonly BriefField[], target: GoalRead['goal']['target']): string | undefined {
  for (const { path, text } of fields) {
    if (!/^(?:name|campaignGoals\.objectives|brandIdentity\.brandValues)/u.test(path)) continue;
    for (const clause of clausesOf(text))
      for (const match of clause.matchAll(QUANTITY)) {
        const written = match[1]?.trim() ?? '';
        const said = /\d|dizaine|quinzaine|vingtaine|centaine|dozen/iu.test(written);
        const isTarget = target !== undefined && written.startsWith(String(target.count));
        const isLimited =
          /only|seulement|limit|num[ée]rot|pi[èe]ces|exemplaires|uniques|places|seats|left|available|disponible|aine/iu.test(
            written,
          );
        if (said && (isLimited || !isTarget)) return written.slice(0, 80);
      }
  }
  return undefined;
}
