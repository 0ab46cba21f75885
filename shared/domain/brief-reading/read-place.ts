// Where the thing takes place: a venue or town that the objectives name, or that it is online.
import type { BriefField } from './brief-fields.ts';

const VENUE =
  /(?<![\p{L}])((?:au|aux|[àa] la|[àa] l'|dans la|dans le|at the|at) (?:[\p{L}\d'-]+ ){0,2}?(?:mus[ée]e|th[ée][âa]tre|salle|parc|halles?|march[ée]|palais|centre|gare|stade|ch[âa]teau|biblioth[èe]que|librairie|boutique|atelier|museum|theatre|theater|hall|park|library|market|stadium|gallery|centre|center|church|station|barn|studio|Maison)\b(?: (?:(?:de|du|des|of|la|le|les|the) |d'|l')*\p{Lu}[\p{L}'-]+(?:[ -]\p{Lu}[\p{L}'-]+)*)?)/u;
const TOWN =
  /(?<![\p{L}])((?:à|in|near|près de|autour de|around) (?:(?:La|Le|Les|the|downtown|central) )?\p{Lu}[\p{L}'’-]+(?:[ -](?:sur|en|les|la|le|de|du|upon|on|le)?[ -]?\p{Lu}[\p{L}'’-]+){0,3})/u;
const NOT_A_TOWN =
  /\b(?:in|à) (?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![\p{L}])|Q[1-4]|French|English|Excel|Instagram|Facebook)(?![\p{L}])/iu;
const ONLINE = /\b(?:en ligne|en visio|[àa] distance|online|on Zoom|sur Zoom|virtual)\b/iu;

/** "Carpenters Hall, 221 Grant St", "salle Jean Moulin, 4 place…": what stands before a street is the house. */
const BEFORE_STREET =
  /(?<![\p{L}])((?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Hall|Centre|Center|Library|Theatre|Theater|Church|Museum|House|Barn|Arena)|(?:salle|espace|halle|foyer|maison|centre|théâtre|gymnase|médiathèque|bibliothèque) (?:(?:de |du |des |d'|la |le |l')*\p{Lu}[\p{L}'-]+ ?){1,4}),\s\d{1,4}\s(?=\p{L})/u;

export function readPlace(fields: readonly BriefField[]): string | undefined {
  const told = fields.filter(({ path }) => path.startsWith('campaignGoals.objectives.') || path === 'name');
  for (const { text } of told) {
    const venue = VENUE.exec(text)?.[1] ?? BEFORE_STREET.exec(text)?.[1]?.trim();
    if (venue) return venue.slice(0, 160);
  }
  for (const { text } of told) {
    const town = TOWN.exec(text)?.[1];
    if (town && !NOT_A_TOWN.test(town)) return town.slice(0, 160);
  }
  return told.map(({ text }) => onlineIn(text)).find((found) => found !== undefined);
}

const HOW_TO_BOOK =
  /(?:rdv|rendez-vous|r[ée]serv\p{L}*|commander|acheter|vendre|inscri\p{L}*|book(?: (?:a|your) (?:slot|place|seat|table|visit|time))?|order|buy|sell|register|sign up|shop|donate|donner)\s*$/iu;

/** "Prendre rendez-vous en ligne" tells how to book, not where it takes place. */
function onlineIn(text: string): string | undefined {
  const found = ONLINE.exec(text);
  const isHow = found && HOW_TO_BOOK.test(text.slice(0, found.index));
  return isHow ? undefined : found?.[0];
}
