// How many there are of the offer: "les 28 pièces", "40 seats", "une dizaine de places".
import type { BriefReading, GoalKind } from '../../../contracts/brief-reading.ts';
import type { BriefField } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { matchesIn } from '../matches-in.ts';

const QUANTITY =
  /(?<![\p{L}\d])((?:seulement |only |les |limited to |limit[ée]e? [àa] |une (?:dizaine|quinzaine|vingtaine|centaine) de |a dozen )?(?:\d[\d\s]*)?\s?(?:pi[èe]ces?|exemplaires?|places|(?<=une )place|seats?|spots?|cr[ée]neaux|units?|copies|bouteilles?|bottles?|paniers?|chambres?|rooms?|billets?|tickets?|tables?|couverts)(?:\s(?:uniques?|num[ée]rot[ée]e?s?|par (?:jour|semaine|mois|session|s[ée]ance)|per (?:day|week|month|session)|disponibles?|available|left|only|max(?:imum)?))?)(?![\p{L}])/giu;

const FIGURE = /\d|dizaine|quinzaine|vingtaine|centaine|dozen/iu;
/** What is there only so often, though so many are also aimed at. */
const LIMITED =
  /only|seulement|limit|num[ée]rot|pi[èe]ces|exemplaires|uniques|places|seats|left|available|disponible|aine/iu;
const FIELDS = /^(?:name|campaignGoals\.objectives|brandIdentity\.brandValues)/u;
/** Seats are of what people take part in, book or buy: elsewhere they are of something beside the offer. */
const SEAT = /(?<!\p{L})(?:places?|seats?|spots?|chambres?|rooms?|tables?|couverts)(?!\p{L})/iu;
const SEATED: ReadonlySet<GoalKind> = new Set(['sign-up', 'book', 'buy', 'subscribe']);
/** "2 places pour Le Puy du Fou" is a prize. */
const FOR_A_NAME = /^\s(?:pour|at|for|to)\s(?:[Ll][ae]s?\s|[Tt]he\s)?\p{Lu}/u;
const LONGEST = 80;

/** The first that is more than the target said once more. */
export function readQuantity(
  fields: readonly BriefField[],
  { kind, target }: BriefReading['goal'],
): string | undefined {
  const isTarget = (written: string) => target !== undefined && written.startsWith(String(target.count));
  return fields
    .filter(({ path }) => FIELDS.test(path))
    .flatMap(({ text }) => clausesOf(text))
    .flatMap((clause) =>
      matchesIn(clause, QUANTITY)
        .filter(({ index, 0: written }) => !FOR_A_NAME.test(clause.slice(index + written.length)))
        .map(([written]) => written),
    )
    .filter((written) => SEATED.has(kind) || !SEAT.test(written))
    .find((written) => FIGURE.test(written) && (LIMITED.test(written) || !isTarget(written)))
    ?.slice(0, LONGEST);
}
