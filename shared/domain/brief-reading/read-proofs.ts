// Finds what the brief itself gives as proof, and the facts that no other part of the reading holds. Whole clauses only.

import type { BriefReading, ReadFrom } from '../../contracts/brief-reading.ts';
import type { Language } from '../../contracts/language.ts';
import { type BriefField, quoted, shortened } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import { monthPattern } from './dates/month-names.ts';
import { isForTheTeam } from './for-the-team.ts';
import { goalWords } from './goal-words.ts';
import { isQuestion } from './open-questions.ts';
import { isPublic, publicLines } from './public-lines.ts';
import { currencyPattern } from './read-amounts.ts';
import { isAboutWords } from './read-constraints.ts';
import { wordPattern } from './word-pattern.ts';

type Fact = BriefReading['proofs'][number];

const PROOF = wordPattern(
  /\b(?:depuis (?:\d{4}|plus de|trois|quatre|\d+ ans)|since \d{4}|fond[ée]e? en|founded in|established|est\. \d{4}|\d+ ans d|years of|g[ée]n[ée]rations?|generations?|certifi[ée]|certified|label(?:lis[ée])?|ISO \d|HIPAA|SOC 2|RGE|B Corp|Ecocert|Demeter|AOP|AOC|IGP|bio\b|organic|m[ée]daille|medal|prix \p{Lu}|award|prim[ée]|laur[ée]at|[ée]toil[ée]|Michelin|Meilleur Ouvrier|MOF\b|dipl[ôo]m[ée]|licen[cs]ed|insured|not[ée]e? \d|rated \d|\d[.,]\d\s?(?:\/\s?5|[ée]toiles|stars)|\d+\s?(?:avis|reviews|clients|customers|hospitals|h[ôo]pitaux|[ée]coles|schools|familles|families|adh[ée]rents|members|users|utilisateurs|patients|b[ée]n[ée]voles|volunteers)|garanti(?:e|es)?|guarantee|warranty|\d+\s?%|\d+ cents of|trusted by|utilis[ée] par|used by|fait main|handmade|hand-built|made in|fabriqu[ée] (?:en|[àa])|brevet[ée]?|patent)/iu,
);
/** What one pays first or pays less proves nothing. */
const TERM =
  /^(?:acompte|arrhes|deposit|caution|remise|r[ée]duction|rabais|[-–]\s?\d|\d+\s?%\s(?:off|de (?:remise|r[ée]duction)))(?!\p{L})/iu;
const MOST_PROOFS = 10;
const MOST_DETAILS = 20;
const SHORTEST_DETAIL_WORDS = 3;
const NUMBER_WITH_SIGN = String.raw`(?:${currencyPattern})\s?\d|\d\s?(?:${currencyPattern})`;

/** Where people tell what is so; the name, the tone and the audience say other things. */
const PUBLIC_FIELDS = /^(?:campaignGoals\.objectives\.|brandIdentity\.brandValues$)/u;
const TOLD_IN = /^(?:campaignGoals\.objectives\.|name$)/u;
const OUR = /^(?:our|notre|nos)\s/iu;
const NOT_THE_OTHER = /,\s(?:not|pas|and not|et pas)\s.*$/iu;
const COUNT = /^(?:\d[\d\s.,']*k?|une?|a|an)\s+(?:new\s|nouve\p{L}+\s)?/iu;
const MORE = /^(?:direct|more|new|online|plus de)\s/iu;
const NEXT_PART = /\s*[,;]\s+/u;
/** What a colon begins is a list of what there is. */
const NEXT_PART_OR_LIST = /\s*[,;]\s+|\s?:\s+/u;
const NEXT_VALUE = /,\s+(?![^()]*\))/u;
const LAST_SIGNS = /[.;,]+$/u;
const ONLY_NAMES = /^(?:\p{Lu}\S*\s?)+$/u;
const ENCLOSED = /\([^()]*\)|«[^«»]*»|“[^“”]*”|"[^"]*"/gu;

export function readProofs(fields: readonly BriefField[], used: readonly ReadFrom[], language: Language): Fact[] {
  const taken = new Set(used.map(({ quote }) => quote));
  const facts = fields
    .filter(({ path }) => PUBLIC_FIELDS.test(path))
    .flatMap((field) => factsIn(field))
    .flatMap((fact) => shown(fact, language))
    .filter(({ fact }) => PROOF.test(fact) && !TERM.test(fact) && !taken.has(fact));
  return distinct(facts).slice(0, MOST_PROOFS);
}

/** An objective tells us what to reach, not the public what is so: unless it says which fact to show. */
const TO_SHOW =
  /^(?:montrer|faire savoir|faire conna[îi]tre (?=nos |notre |les |que )|dire|rappeler|expliquer|faire comprendre|show|tell people|explain|say|let people know|(?:pr[ée]venir|avertir|informer|rappeler [àa]|warn|remind|inform) (?:\p{L}+ ){1,2}(?=que |qu'|that )|people should (?:know|remember)(?: one thing)?)\s*(?:que? |qu'|qu(?= on)|that |:)\s*|^(?:say|tell people|explain)\s(?=(?:we|our|it)\s)/iu;
/** Orders: an objective that begins with one says what to do. */
const VERBS =
  'push|tell|clear|refer|warn|inform|recruit|promote|advertise|shift|move|switch|enrol|sign|beat|spread|explain|educate|engage|secure|generate|introduce|announce|ask|invite|welcome|focus|highlight|mention|remember|offer (?:them|people)|retain|rescue|save|talk|use|give|let|aim|maintain';
/** So many people are what is hoped for, not what is so. */
const PEOPLE =
  'people|donors?|attendees|visitors|members|subscribers|volunteers|students|pupils|guests|families|customers|clients|leads|signups|downloads|personnes|pers|donneurs|donneuses|visiteurs|membres|abonn[ée]s|b[ée]n[ée]voles|[ée]l[èe]ves|familles|d[ée]posante?s|inscrits|participants?';
/** An infinitive: "faire", and no "childcare". */
const INFINITIVE =
  /^(?!premier|dernier|entier|papier|panier|atelier|chantier|quartier|hiver|montre|livre|lettre|offre|entre|notre|votre|autre|quatre|centre|chambre|œuvre|titre|membre|arbre|cidre|sucre|beurre|verre|terre|pierre)\p{L}+(?:er|ir|re|oir)(?=\s)/iu;
const AIM = new RegExp(
  String.raw`^(?:(?:get|make|sell|book|raise|hire|increase|grow|reach|bring|win|fill|collect|recruit|become|be|have|build|drive|launch|boost|find|attract|convince|persuade|remind|encourage|turn|double|triple|stop|reduce|cut|keep|position|and|so that|plus d|more|et|que|qu'|pour que|qu(?:')?(?:on|ils|elles)|${VERBS}|(?:environ |about |au moins |at least )?\d[\d\s.,']*k? (?:(?:[\p{L}-]+ ){1,3}(?:to|who|qui|pour|for|from|de plus|an? (?:day|week|month|year)|per|par (?:jour|semaine|mois|an))|(?:[\p{L}-]+ ){0,2}(?:${PEOPLE})))(?![\p{L}]))`,
  'iu',
);
/** "Show the new door (closes in 1.8 s)": the door is the fact. */
const THING_TO_SHOW =
  /^(?:show(?: off)?|present|demonstrate|unveil|showcase|push|highlight|feature|promote|montrer|pr[ée]senter|d[ée]voiler|mettre en (?:avant|valeur)|valoriser)\s+(?=(?:the|our|an?|le|la|les|l'|notre|nos|une?)(?![\p{L}])|l')/iu;
/** A word of the goal with what is so about it: "visite libre", "dons déductibles à 66%", "free downloads". */
const OF_THE_OFFER =
  /^(?:visites?|entr[ée]es?|dons?|inscriptions?|r[ée]servations?|abonnements?|adh[ée]sions?|consultations?|formations?|devis|visits?|entry|bookings?|donations?|gifts|subscriptions?|registration)\s(?:libres?|guid[ée]e?s?|gratuite?s?|comment[ée]e?s?|d[ée]ductibles?|incluse?s?|obligatoires?|sans|possibles?|ouvertes?|(?:is|are) (?:free|tax|open)|free|tax[- ]deductible|required|included|by)(?!\p{L})/iu;
/** An objective that says what to do. */
const saysAim = (text: string, language: Language): boolean =>
  AIM.test(text) || (language === 'fr' && INFINITIVE.test(text));

const shown = (fact: Fact, language: Language): Fact[] => {
  if (isForTheTeam(fact.from.quote) || isAboutWords(fact.from.quote)) return [];
  if (THING_TO_SHOW.test(fact.fact) && !TO_SHOW.test(fact.fact))
    return [
      {
        ...fact,
        fact: fact.fact.replace(THING_TO_SHOW, '').replace(OUR, '').replace(NOT_THE_OTHER, ''),
      },
    ];
  if (TO_SHOW.test(fact.fact))
    return [
      {
        ...fact,
        fact: fact.fact.replace(TO_SHOW, '').replace(/^y a /u, 'il y a ').replace(OUR, ''),
      },
    ];
  const counted = fact.fact.replace(COUNT, '');
  const isAim =
    fact.from.field.startsWith('campaignGoals.objectives.') &&
    !OF_THE_OFFER.test(fact.fact) &&
    (saysAim(fact.fact, language) ||
      goalWords.some(
        ({ pattern, weight, isThing }) =>
          weight >= 3 && !(isThing && counted === fact.fact) && counted.search(pattern) === 0,
      ));
  return isAim ? [] : [fact];
};

/** Clauses of objectives, values and name that neither the goal nor the offer was read from. */
export function readDetails(
  fields: readonly BriefField[],
  used: readonly ReadFrom[],
  proofs: readonly Fact[],
  language: Language,
): Fact[] {
  // What a gift does ("$1 = 3 meals") is the cause and the argument at once.
  const taken = new Set([
    ...used.flatMap(({ quote }) => (quote.includes('=') ? [] : [quote])),
    ...proofs.map(({ fact }) => fact),
  ]);
  const facts = fields
    .filter(({ path }) => PUBLIC_FIELDS.test(path))
    .flatMap((field) => factsIn(field))
    .flatMap((fact) => shown(fact, language))
    .filter(({ fact }) => !taken.has(fact) && fact.split(/\s+/u).length >= SHORTEST_DETAIL_WORDS);
  const told = distinct([...used.flatMap((from) => besideOffer(from, language)), ...facts]);
  return told.filter(({ fact }) => !taken.has(fact)).slice(0, MOST_DETAILS);
}

/** Days, amounts, ways to get in touch and places have a part of the reading of their own. */
const TOLD_ELSEWHERE = new RegExp(
  String.raw`${NUMBER_WITH_SIGN}|(?<![\p{L}])(?:${monthPattern})(?![\p{L}])|\b20\d\d\b|\b(?:T|Q)[1-4]\b|@|https?:|www\.|(?:\d[\s.-]?){9,}|^(?:avant|d[èe]s|du|le|jusqu\p{L}*|d'ici|[àa]|aux?|en|sur|chez|dans|pour|before|by|until|from|on|at|in|for|to|call|apply|soit)(?![\p{L}])|(?<!\d)\d{1,2}\s?h(?:\s?\d\d)?\s?(?:-|–|à)\s?\d|^[HFMX](?:\s?\/\s?[HFMX])+$|\b(?:rue|avenue|quai|street|road)\b`,
  'iu',
);

/** "(or think they can't)", "direct bookings, not …": a remark, and a further aim, are no facts. */
const isAside = (part: string): boolean =>
  /^(?:or|and|but|if|now|ou|et|mais|si|car|donc)(?![\p{L}])/iu.test(part) ||
  goalWords.some(
    ({ pattern, weight, isThing }) => weight >= 4 && !isThing && part.replace(MORE, '').search(pattern) === 0,
  );

/** "Vendre des paniers (six légumes, un fruit) à 18 €, retrait le soir": what stands beside the offer tells what comes with it. */
function besideOffer({ field, quote }: ReadFrom, language: Language): Fact[] {
  if (!TOLD_IN.test(field) || !isPublic(quote) || isQuestion(quote)) return [];
  const isNew = (part: string) =>
    !TOLD_ELSEWHERE.test(part) && !isForTheTeam(part) && !isAside(part) && !saysAim(part, language);
  const inBrackets = [...quote.matchAll(/\(([^()]{5,})\)/gu)].map(([, inside = '']) =>
    inside.split(NEXT_PART).filter(isNew).join(', '),
  );
  const after = quote.replaceAll(ENCLOSED, '').split(NEXT_PART_OR_LIST).slice(1);
  const given = quote.split(/\s*[,;:]\s+/u).filter((part) => GIFT_DOES.test(part));
  return [...inBrackets, ...after]
    .map((part) => part.trim().replace(LAST_SIGNS, '').replace(OUR, ''))
    .filter((part) => /\S\s\S/u.test(part) && !ONLY_NAMES.test(part) && isNew(part))
    .concat(given)
    .map((part) => ({ fact: part, from: { field, quote: part } }));
}

/** "80 € = un chat" is what a gift does. */
const GIFT_DOES = new RegExp(
  String.raw`^(?:(?:${currencyPattern})\s?[\d.,]+|\d[\d.,\s]*(?:${currencyPattern}))\s?=\s?.{3,}`,
  'iu',
);

/** A form says what its line is: what is aimed at and how to work is told to nobody, a fact without its label. */
const TEAM_LABEL =
  /^(?:objectifs?|cibles?|publics?|audience|kpis?|budget|ton|tone|objectives?|goals?|target(?: audience)?|interdits?|contraintes?|constraints?|dur[ée]e|duration|p[ée]riode|timing|planning|canaux|channels)\s?:|^(?:campagne|campaign)\s(?:de |of )?\d/iu;
const LABEL =
  /^(?:dates?|lieu|quand|où|when|where|place|venue|tarifs?|prix|prices?|infos?|offre|offer|preuves?|proofs?|plus|nb|n\.b\.|note|hooks?|accroche|angle|(?:key )?message(?: cl[ée])?)\s?[:=]\s/iu;

/** Values are lists ("farines locales, zéro invendu"): each entry is a fact of its own. */
const factsIn = (field: BriefField): Fact[] =>
  publicLines(field.text)
    .flatMap(clausesOf)
    .filter((clause) => !TEAM_LABEL.test(clause) && !isQuestion(clause))
    .map((clause) => clause.replace(LABEL, ''))
    .flatMap((clause) => (field.path === 'brandIdentity.brandValues' ? clause.split(NEXT_VALUE) : [clause]))
    .map((clause) => ({ fact: shortened(clause.replace(LAST_SIGNS, ''), 400), from: quoted(field, clause) }))
    .filter(({ fact }) => fact !== '');

const distinct = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [fact.fact.toLowerCase(), fact])).values(),
];
