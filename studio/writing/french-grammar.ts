// The agreement that a French sentence needs before words the studio has not chosen.

const VOWEL_START = /^[aàâäeéèêëiîïoôöuùûü]/iu;

/** "de" before a name or noun phrase: d’Astro, de Maison Lumière, du Fournil, des gourmands. */
export function de(phrase: string): string {
  if (/^le\s/iu.test(phrase)) return `du ${phrase.slice(3)}`;
  if (/^les\s/iu.test(phrase)) return `des ${phrase.slice(4)}`;
  return VOWEL_START.test(phrase) ? `d’${phrase}` : `de ${phrase}`;
}
