// Hashtags from the brand, the thing offered and its place: letters and digits only, each once, no more than the brief allows.
import { hashtagSchema } from '../../shared/contracts/text.ts';
import { catalogues } from './catalogue.ts';
import { plainText } from './plain-text.ts';
import type { Voice } from './voice-of-brief.ts';

const LONGEST = 28;

export function hashtagsFor({ name, language, slots, reading, rules }: Voice): string[] {
  const wanted = [
    name,
    reading.offer.name ?? slots.barecore,
    slots.place,
    reading.goal.kind === 'apply' ? catalogues[language].labels.hiring : undefined,
  ]
    .map((text) => hashtag(plainText(text ?? '', language)))
    .filter((tag) => tag.length > 3 && tag.length <= LONGEST && hashtagSchema.safeParse(tag).success);
  const different = new Map(wanted.map((tag) => [tag.toLowerCase(), tag]));
  return [...different.values()].slice(0, rules.mostHashtags);
}

/** "Brioche de Minuit" becomes #BriocheDeMinuit; marks that a capital brings along are no letters. */
function hashtag(text: string): string {
  const words = text
    .replace(/[’']/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return `#${words.map((word) => (word.charAt(0).toUpperCase() + word.slice(1)).replace(/[^\p{L}\p{N}]/gu, '')).join('')}`;
}
