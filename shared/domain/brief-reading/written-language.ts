// Tells French from English by the small words that only one of them has.
import type { Language } from '../../contracts/language.ts';

const FRENCH =
  /(?<![\p{L}’'])(?:le|la|les|des|une|du|et|pour|avec|nos|notre|qui|que|dans|sur|est|sont|aux|au|leur|leurs|plus|sans|chez|ou|ans|en|de|nous|vous|ne|pas|un|ce|cette|chaque|votre|par)(?![\p{L}])|(?<![\p{L}])(?:[ldnscj]|qu)[’']\p{L}/giu;
const ENGLISH =
  /(?<![\p{L}’'])(?:the|and|for|with|our|who|that|of|to|is|are|their|your|from|by|without|at|or|we|you|they|not|no|it|this|as|be|have|want|in|all|every|an)(?![\p{L}])/giu;
const FEWEST = 4;

/** Undefined when neither prevails, or with fewer small words than `fewest`: names say nothing. */
export function writtenLanguage(text: string, fewest = FEWEST): Language | undefined {
  const french = [...text.matchAll(FRENCH)].length;
  const english = [...text.matchAll(ENGLISH)].length;
  if (french + english < fewest || Math.max(french, english) < 2 * Math.min(french, english)) return undefined;
  return french > english ? 'fr' : 'en';
}
