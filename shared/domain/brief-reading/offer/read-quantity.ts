// How many there are of the offer: "les 28 pièces", "40 seats", "une dizaine de places".
import type { BriefReading } from '../../../contracts/brief-reading.ts';
import type { BriefField } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { matchesIn } from '../matches-in.ts';

const QUANTITY =
  /(?<![\p{L}\d])((?:seulement |only |les |limited to |limit[ée]e? [àa] |une (?:dizaine|quinzaine|vingtaine|centaine) de |a dozen )?(?:\d[\d\s]*)?\s?(?:pi[èe]ces?|exemplaires?|places?|seats?|spots?|cr[ée]neaux|units?|copies|bouteilles?|bottles?|paniers?|chambres?|rooms?|billets?|tickets?|tables?|couverts)(?:\s(?:uniques?|num[ée]rot[ée]e?s?|par (?:jour|semaine|mois|session|s[ée]ance)|per (?:day|week|month|session)|disponibles?|available|left|only|max(?:imum)?))?)(?![\p{L}])/giu;

const FIGURE = /\d|dizaine|quinzaine|vingtaine|centaine|dozen/iu;
/** What is there only so often, though so many are also aimed at. */
const LIMITED =
  /only|seulement|limit|num[ée]rot|pi[èe]ces|exemplaires|uniques|places|seats|left|available|disponible|aine/iu;
const FIELDS = /^(?:name|campaignGoals\.objectives|brandIdentity\.brandValues)/u;
const LONGEST = 80;

/** The first that is more than the target said once more. */
export function readQuantity(
  fields: readonly BriefField[],
  target: BriefReading['goal']['target'],
): string | undefined {
  const isTarget = (written: string) => target !== undefined && written.startsWith(String(target.count));
  return fields
    .filter(({ path }) => FIELDS.test(path))
    .flatMap(({ text }) => clausesOf(text))
    .flatMap((clause) => matchesIn(clause, QUANTITY).map(([written]) => written))
    .find((written) => FIGURE.test(written) && (LIMITED.test(written) || !isTarget(written)))
    ?.slice(0, LONGEST);
}
