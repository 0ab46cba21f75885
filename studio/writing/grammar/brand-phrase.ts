// A company's name inside a sentence. French puts an article before the name of an establishment ("la Boulangerie
// Aubépine", "à l’Atelier Morel"), and a name that begins with a plural article is spoken of as its team.
import type { Language } from '../../../shared/contracts/language.ts';
import establishments from '../phrases/establishments.json' with { type: 'json' };
import { joinWords } from './join-words.ts';
import { startsWithVowel } from './noun-phrase.ts';

const genders: Readonly<Record<string, string>> = establishments;

/** The name as the subject of a sentence, and "chez" or "at" with it. */
export function brandPhrase(name: string, language: Language): { readonly brand: string; readonly chez: string } {
  if (language === 'en') return { brand: name, chez: `at ${name}` };
  if (/^les\s/iu.test(name)) return { brand: joinWords('l’équipe de ', name, 'fr'), chez: `chez ${name}` };
  const [first = '', second = ''] = name.split(/[\s-]/u);
  const gender = second === '&' ? undefined : genders[first.toLowerCase()];
  const article = startsWithVowel(first.toLowerCase()) ? 'l’' : gender === 'F' ? 'la ' : 'le ';
  const brand = gender ? `${article}${name}` : name;
  const hasArticle = gender !== undefined || /^(?:le|la)\s|^l[’']/iu.test(name);
  return { brand, chez: hasArticle ? joinWords('à ', brand, 'fr') : `chez ${brand}` };
}
