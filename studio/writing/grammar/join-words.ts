// Puts a phrase behind the words of a sentence: French contracts and elides at the seam ("de" + "les boîtes" = "des
// boîtes", "que" + "elle" = "qu’elle"). Only the seam is touched; words inside of what a brief says stay as they are.
import type { Language } from '../../../shared/contracts/language.ts';
import { startsWithVowel } from './noun-phrase.ts';

const ELIDED = /(^|[\s(«’])(de|que|le|la|ne|se|je|me|te|jusque|lorsque|puisque|parce que)\s$/iu;

export function joinWords(before: string, phrase: string, language: Language): string {
  if (language === 'en') return joinEnglish(before, phrase);
  const contracted = contract(before, phrase);
  if (contracted !== undefined) return contracted;
  const match = before.match(ELIDED);
  if (match?.[2] && startsWithVowel(phrase)) return `${before.slice(0, -2)}’${phrase}`;
  return before + phrase;
}

function contract(before: string, phrase: string): string | undefined {
  const preposition = before.match(/(?:^|[\s(«’])(de|à|jusqu’à|d’ici)\s$/iu)?.[1]?.toLowerCase();
  if (!preposition) return undefined;
  const [, article = '', rest = ''] = phrase.match(/^(les|le|des|du|de la|de l’)\s?(.*)$/isu) ?? [];
  if (preposition === 'd’ici') return joinHere(before, phrase);
  const stem = before.slice(0, -1 - preposition.length);
  const name = article.toLowerCase();
  const start = before.slice(-1 - preposition.length, -1);
  if (preposition === 'de') {
    if (name === 'le' || name === 'les') return `${stem}${start.charAt(0)}${name === 'le' ? 'u' : 'es'} ${rest}`;
    if (name) return joinWords(`${stem}${start} `, rest, 'fr');
    return undefined;
  }
  if (name === 'le' || name === 'les')
    return `${stem}${start.replace(/à$/u, name === 'le' ? 'au' : 'aux').replace(/À$/u, name === 'le' ? 'Au' : 'Aux')} ${rest}`;
  return undefined;
}

/** "d’ici" + "le 12 mars" = "d’ici au 12 mars". */
const joinHere = (before: string, phrase: string): string =>
  /^le\s/iu.test(phrase) ? `${before}au ${phrase.slice(3)}` : before + phrase;

/** "a" becomes "an" before a vowel; a second article is dropped. */
function joinEnglish(before: string, phrase: string): string {
  const article = before.match(/(?:^|\s)(an?|the|your|our)\s$/iu)?.[1];
  if (!article) return before + phrase;
  const bare = phrase.replace(/^(?:a|an|the)\s+/iu, '');
  if (!/^an?$/iu.test(article)) return before + bare;
  const wanted = /^(?:[aeio]|u(?!ni|s[aeiu]|ti))/iu.test(bare) ? 'an' : 'a';
  return `${before.slice(0, -1 - article.length)}${article.startsWith('A') ? wanted.replace('a', 'A') : wanted} ${bare}`;
}
