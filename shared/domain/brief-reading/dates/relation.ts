// Reads how the words before a date bind it: "until", "before", "from", "for".

import { wordPattern } from '../word-pattern.ts';
import type { Relation } from './date-types.ts';

export interface Binding {
  readonly relation: Relation;
  /** "Before Christmas" ends the day before it. */
  readonly exclusive: boolean;
}

const ARTICLES = String.raw`(?:\s*(?:le|la|les|l'|au|aux|du|des|the|on|next|our|of|prochain|fin|end|midnight|minuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b,?\s*)*\s*$`;
const rule = (words: string): RegExp => wordPattern(new RegExp(`(?:${words})${ARTICLES}`, 'iu'));

const RULES: readonly (readonly [RegExp, Binding])[] = [
  [
    rule(
      String.raw`\bjusqu'(?:au|à|en|aux)?|\bd'ici(?: à| au| le| la| les)?|\bau plus tard(?: le)?|\bdate limite\s*:?|\b[ée]ch[ée]ance\s*:?|\bcl[ôo]ture(?: le| des inscriptions)?\s*:?|\bavant la fin (?:de|du|d'|des)|\bse termine(?: le)?|\bprend fin(?: le)?|\b(?:un)?till?|\bby|\bthrough|\bthru|\bno later than|\bdeadline\s*(?:is|:)?|\bends?(?: on)?|\bcloses?(?: on)?|\bclosing|\bexpires?|\bbefore the end of|\bdue(?: on| by)?`,
    ),
    { relation: 'until', exclusive: false },
  ],
  [
    rule(String.raw`\b(?:avant|before|ahead of|prior to)(?:\s(?!au|until)[\p{L}'-]+){0,6}?(?:\s(?:on|le|du))?`),
    { relation: 'until', exclusive: true },
  ],
  [
    rule(
      String.raw`\b[àa] partir (?:du|de|d')|\bd[èe]s|\b[àa] compter (?:du|de)|\bdebut(?:e|ant)?(?: le)?|\bd[ée]but(?:e|ant)?(?: le)?\s*:?|\bd[ée]marr(?:e|age|ant)(?: le)?|\bfrom|\bstarts?(?:ing)?(?: on)?|\bas of|\bbegin(?:s|ning)?(?: on)?|\bopens?(?: on)?|\bouvre(?: le)?|\bouverture(?: le)?\s*:?|\blaunch(?:es|ing)?(?: on)?|\blancement(?: le)?\s*:?`,
    ),
    { relation: 'from', exclusive: false },
  ],
  [rule(String.raw`\bpour|\bfor|\bin time for`), { relation: 'for', exclusive: false }],
];

/** How the text before `index` binds what stands there; "on" where nothing is said. */
export function bindingAt(text: string, index: number): Binding {
  const before = text.slice(Math.max(0, index - 48), index);
  return RULES.find(([pattern]) => pattern.test(before))?.[1] ?? { relation: 'on', exclusive: false };
}
