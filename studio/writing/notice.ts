// News that people must have and nobody wants to sell: a recall, new prices, a closure, a move, an outage. Its texts are the
// brief's own sentences: what happens, what to do, what else to know, whom to ask. Nothing is added to them.
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { isOrder } from '../../shared/domain/brief-reading/for-the-team.ts';
import { publicLines } from '../../shared/domain/brief-reading/public-lines.ts';
import { plainText, unpunctuated, upperFirst } from './plain-text.ts';

export interface Notice {
  /** What happens, as the brief says it. */
  readonly news: string;
  /** What people shall do. */
  readonly todo: readonly string[];
  /** What else they must know. */
  readonly more: readonly string[];
  /** Where to ask: "04 76 00 00 00", "helpline 0800 555 0199". */
  readonly ask: string | undefined;
}

const word = (alternatives: string) => new RegExp(String.raw`(?<![\p{L}\d])(?:${alternatives})(?![\p{L}\d])`, 'iu');

/** "Informer nos abonnés que …": the words that are for us. What follows is for them. */
const TOLD: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:(?:il faut|merci de|pour|afin de|d['’])\s*)?(?:informer|prévenir|avertir|alerter|annoncer|signaler|communiquer|faire savoir|dire)\s(?:.{0,80}?\b(?:que\s|qu['’](?=[aeiouéèh]))|.{0,60}?\s:\s|(?!(?:la|le|les|l['’])\s?(?:fermeture|rappel|coupure|report|annulation|hausse|baisse|changement|déménagement|retard|travaux|nouve)).{0,60}?\s(?:de la|du|des|de l['’]|de|d['’]une?)\s?|(?:à tous\s)?(?:la|le|les|l['’])\s?)/iu,
  en: /^(?:(?:we (?:need|want|have) to|to|please)\s)?(?:tell|inform|warn|notify|alert|let|remind|announce)\s(?:.{0,80}?\bthat\s|.{0,60}?\sknow\s(?:that\s|about\s)?|.{0,60}?\s(?:about|of)\s(?!the\s\S+\s\(|.{0,60}\bthat\b)|(?=(?:the|a|an|our)\s))(?:an?\s|the\s(?=(?:closure|recall|cancellation|move)))?/iu,
};

/** "Tell owners of the Sunny kettle that the handle…": the thing that it is about. */
const OWNED =
  /(?:\b(?:owners|buyers|users|holders) of (?:the |our )?|\b(?:propriétaires|possesseurs|acheteurs|détenteurs) (?:de la |du |des |de |d['’]))(.{3,70}?)\s(?:that|que|qu['’])/iu;

/** "Rappeler nos sécheuses modèle SP-2: le câble peut chauffer": takes something back, and reminds of nothing. */
const RECALLING =
  /^(?:(?:il faut|pour|afin de)\s)?rappel(?:er|ons)\s(?=(?:(?:tou(?:s|tes) )?(?:nos|les)\s|des\s|l[ae]\s|l['’]|une?\s).*(?:rembours|échange[rz]|rapporte|retourner|débranche|danger|risque|défaut|défectueu|chauffe|brûl|bless|étouff|bactéri|listeri|salmonel|allerg|utiliser|consommer))/iu;
/** Where a line that tells what happened goes on with what to do. */
const THEN_DO =
  /\s?[:;,.]\s+(?:et\s)?(?=(?:il faut|merci de|ne (?:pas|plus)|débranche[rz]|rapporte[rz]|arrête[rz])\s)/iu;

/** A recall as the notice that it is, and each thing to do as a line of its own. */
function recallIn(line: string): readonly string[] | undefined {
  if (!RECALLING.test(line)) return undefined;
  const said = line.replace(RECALLING, 'Nous rappelons ').replace(/(?<=[\p{L}\d])\s?:\s/gu, ' : ');
  return said.split(THEN_DO);
}

const EVENT: Readonly<Record<Language, RegExp>> = {
  fr: word(
    String.raw`rappel(?:s|ons)? (?:de (?:nos |notre |la |l['’]|votre )?|d['’]un |du )?(?:produits?|lots?|sécurité|\p{L}+ lot)|ferm(?:e|ent|ons|era|eront|etures?)|(?:est|sont|sera|seront|restera|resteront) (?:temporairement |définitivement |exceptionnellement )?(?:fermée?s?|annulée?s?|reportée?s?|suspendue?s?|supprimée?s?|décalée?s?|retardée?s?|interrompue?s?|coupée?s?|rappelée?s?|indisponibles?)|déménag\p{L}+|chang(?:e|ent|ons|ement) d['’]adresse|nouvelle adresse|coupures?|interruptions?|pannes?|indisponib\p{L}+|maintenance|hors service|annulation|report (?:de|du|des)|(?:en|de) retard|retards? (?:de|sur|des)|(?:tarifs?|prix|cotisations?|abonnements?|forfaits?|loyers?)(?: \p{L}+){0,4} (?:passe(?:nt)?|augment\p{L}+|baiss\p{L}+|chang\p{L}+)|(?:hausse|augmentation|baisse|changements?|révision|évolution) (?:des? |du |d['’])|nouve(?:aux|lles?) (?:tarifs?|prix|horaires?|conditions|règles|modalités)|horaires? (?:chang\p{L}+|d['’]hiver|d['’]été)|chang(?:e|ent|era|eront) (?:au|à partir|dès|le)|fuite de données|incident|piratage|ne (?:plus|pas) (?:utiliser|consommer)`,
  ),
  en: word(
    String.raw`recall(?:s|ed|ing)?|(?:is|are|will be|stays?|remains?) (?:temporarily |permanently )?(?:closed|closing|cancell?ed|postponed|suspended|unavailable|late|delayed|discontinued|recalled|down|moving|interrupted)|will close|closes|closures?|shut(?:s|ting)? down|(?:we are|we['’]re|is|are) moving|(?:has|have|will|we) moved?(?: to)?|outages?|power cuts?|maintenance|unavailable|downtime|cancell(?:ed|ation)|postpone(?:d|ment)|(?:arrive|be|weeks?|days?) late|delay(?:s|ed)?|goes? (?:up )?from|going up|(?:prices?|fees?|rates?|fares?|membership|subscription)s?(?: \p{L}+){0,3} (?:goes?|rises?|increases?|changes?|will (?:rise|increase|change|go))|price (?:change|increase|rise)s?|new (?:opening )?(?:hours|prices|terms|rules|address)|(?:opening )?hours (?:change|are changing)|data breach|security incident|leak(?:ed)?|stop using|come loose|fire risk|choking hazard`,
  ),
};
/** An objective that begins so wants something of people: the event is its occasion only. */
const WANTS: Readonly<Record<Language, RegExp>> = {
  fr: /^(?!ne\s)\p{L}+(?:er|ir|[^u\s]re)\s/iu,
  en: /^(?:sell|get|fill|raise|recruit|hire|book|attract|launch|promote|increase|grow|win|find|reach|collect|build|boost|drive|generate|make|bring|gather|welcome|sign|enrol|encourage|keep|\d)/iu,
};
const INSTRUCTION: Readonly<Record<Language, RegExp>> = {
  fr: /^(?:merci de |pensez à |il faut |à |ne (?:pas|plus) (?:les? |la |l['’])?)?(?:\p{L}+(?:er|ir|oir|endre|ettre|aire|uire|ire|oudre|ivre)|\p{L}+ez)(?!\p{L})/iu,
  en: /^(?:please |do not |don['’]t |always |never )?(?:stop|return|check|change|export|call|ring|write|visit|download|order|pause|cancel|keep|bring|use|eat|drink|update|reset|contact|boil|throw|dispose|unplug|switch|save|collect|go|come|ask|send|take|read|remove|log|sign|avoid|leave|park|move|plan|prepare|expect|book|register|apply)(?!\p{L})/iu,
};
/** Forbids a thing, not a word. */
const WARNING = word(
  `stop using|(?:do not|don['’]t) (?:use|eat|drink|consume)|ne (?:pas|plus) (?:l[ea]s?[ '’])?(?:utiliser|consommer|manger|boire)`,
);
const WAY =
  /\S+@\S+\.\p{L}+|(?:https?:\/\/|www\.)\S+|\b[\p{L}\d-]+\.(?:com|org|net|fr|co\.uk|io|example)(?:\/\S*)?|\+?\d[\d\s.()-]{7,}\d/iu;
/** Words that only say that a way to ask follows. */
const ASKING =
  /^(?:des |any |vos |your )?(?:questions?|renseignements?|infos?|informations?|contact|contacter|écrire|écrivez|write|email|e-mail|mail|appeler|appelez|call|more|details)\s*(?:\?|:|to|at|à|au|us at|us on|sur|on)?\s*(?:to|à|au|at)?\s*/iu;
const MOST_WORDS_OF_A_WAY = 5;
const LONGEST_CLAUSE = 300;

/** The notice that a brief asks for; undefined where it wants something else of people. */
export function noticeOf(
  { campaignName, campaignGoals: { objectives }, reading }: BriefContext,
  language: Language,
  clean: (text: string | undefined) => string | undefined,
): Notice | undefined {
  const lines = objectives
    .map((text) => publicLines(text.replace(/(?<=\p{L})’(?=\p{L})/gu, "'")))
    .flatMap((told) => told.filter((line) => !isOrder(line) || TOLD[language].test(line) || WARNING.test(line)))
    .map((line) => plainText(line, language));
  const recall = recallIn(lines[0] ?? '');
  const [first = '', ...others] = recall ? [...recall, ...lines.slice(1)] : lines;
  const news = clean(newsIn(first, language));
  if (!news || !(recall || isNotice(first, news, campaignName, others, reading.goal.kind, language))) return undefined;
  const rest = others.map((line) => withoutWay(line));
  const said = rest.flatMap(({ text }) => clean(text) ?? []).map((text) => unpunctuated(text).slice(0, LONGEST_CLAUSE));
  const isToDo = (text: string) => INSTRUCTION[language].test(text);
  const own = rest.flatMap(({ way }) => way ?? [])[0];
  const { email } = reading.destination;
  return {
    news: upperFirst(news),
    todo: said.filter(isToDo).map(upperFirst),
    more: said.filter((text) => !isToDo(text)).map(upperFirst),
    ask: own ?? email,
  };
}

function isNotice(
  first: string,
  news: string,
  name: string,
  others: readonly string[],
  goal: BriefContext['reading']['goal']['kind'],
  language: Language,
): boolean {
  const isEvent = (text: string) => EVENT[language].test(text);
  if (TOLD[language].test(first)) return isEvent(news) || others.some(isEvent) || isEvent(name);
  if (WANTS[language].test(first)) return false;
  const [head = ''] = first.split(/[;.!?]\s|\sor\s/u, 1);
  return isEvent(head) && goal !== 'donate' && goal !== 'petition' && goal !== 'apply';
}

function newsIn(line: string, language: Language): string {
  const thing = line.match(OWNED)?.[1];
  const told = line.replace(TOLD[language], '');
  const theirs = told
    .replace(/^leur\s/iu, 'Votre ')
    .replace(/^leurs\s/iu, 'Vos ')
    .replace(/^their\s/iu, 'Your ');
  const isSaid = !thing || told.toLowerCase().includes(thing.toLowerCase());
  return isSaid ? theirs : `${thing}${language === 'fr' ? ' : ' : ': '}${theirs}`;
}

/** A line without the part that says where to ask; a way without words belongs to what stands before it. */
function withoutWay(line: string): { readonly text: string; readonly way: string | undefined } {
  const parts = line.split(/\s*[;,]\s+/u);
  const place = parts.findIndex(isWay);
  const way = parts[place];
  if (way === undefined) return { text: line, way: undefined };
  return { text: parts.filter((_part, index) => index !== place).join(', '), way: way.replace(ASKING, '').trim() };
}

function isWay(part: string, index: number): boolean {
  const way = part.match(WAY)?.[0];
  if (!way) return false;
  const words = part
    .replace(way, '')
    .split(/[^\p{L}'’]+/u)
    .filter(Boolean);
  return (
    words.length <= MOST_WORDS_OF_A_WAY &&
    (words.length > 0 || index === 0 || way.includes('@')) &&
    !/^(?:urgen\p{L}*|emergenc\p{L}*)/iu.test(part.split(':', 1)[0] ?? '')
  );
}
