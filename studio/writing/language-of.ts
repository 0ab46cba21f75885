// Tells French from English by their small words. Short texts and names say nothing, and nothing is then assumed.
import type { Language } from '../../shared/contracts/brief.ts';

const SMALL_WORDS: Record<Language, RegExp> = {
  fr: /(?<![\p{L}’'-])(?:le|la|les|des|du|et|une|dans|pour|avec|sans|nos|nous|vous|est|sont|qui|aux|sur|par|chez|votre|notre|ce|cette|pas|plus|chaque|leurs?|au|en|un|de)(?![\p{L}’'-])|(?<!\p{L})(?:l|d|qu|j|n|s)[’'](?=\p{L})/giu,
  en: /(?<![\p{L}’'-])(?:the|and|of|for|with|without|our|we|you|your|is|are|that|this|by|from|every|their|to|in|all|who|an|at|no|not)(?![\p{L}’'-])/giu,
};

/** The language a text is plainly written in. */
export function languageOf(text: string): Language | undefined {
  const count = (language: Language) => text.match(SMALL_WORDS[language])?.length ?? 0;
  const [french, english] = [count('fr'), count('en')];
  if (french === english) return undefined;
  return french > english ? 'fr' : 'en';
}
