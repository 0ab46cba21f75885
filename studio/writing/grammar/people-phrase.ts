// The audience as a plural noun phrase, without the ages and labels of a media plan.
import type { Language } from '../../../shared/contracts/language.ts';
import { writtenLanguage } from '../../../shared/domain/brief-reading/written-language.ts';
import { lowerFirst, unpunctuated } from '../plain-text.ts';

const NO_PEOPLE =
  /^(?:an?|this|each|every|is|as|tous|toutes|nos|vos|ses|leurs|dans|plus|très|ignores?|Paris|Tours|Reims)$/iu;

/** "les familles du quartier", "pet owners in Toronto"; undefined where the words are no such phrase. */
export function peoplePhrase(audience: string, language: Language): string | undefined {
  const start = unpunctuated(
    audience.split(/[,;:.(–—«“]|\s(?:(?:à (?:moins|plus) )?de|aged?|âgée?s|within|under|over)\s\d/u, 1)[0] ?? '',
  );
  const [firstWord = '', ...others] = start.split(' ');
  const spoken = writtenLanguage(start, 1);
  const isPlain =
    start.length <= 70 &&
    start.length >= 3 &&
    !/\d|CSP|B2[BC]|ICP|persona/u.test(start) &&
    (!spoken || spoken === language);
  if (!isPlain || NO_PEOPLE.test(firstWord) || /\s(?:who|that|qui|que|dont|and|et)$/iu.test(start)) return undefined;
  if (language === 'en') {
    const isPlural = [firstWord, ...others.slice(0, 3)].some((word) =>
      /[^su]s$|^(?:people|men|women|children|staff)$/iu.test(word),
    );
    return isPlural ? lowerFirst(start) : undefined;
  }
  if (/^(?:les|des)$/iu.test(firstWord)) return `les ${others.join(' ')}`;
  return /[sx]$|^PME$/u.test(firstWord) ? `les ${lowerFirst(start)}` : undefined;
}
