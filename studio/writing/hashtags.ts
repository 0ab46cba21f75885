// Hashtags from the brand and its trade: letters and digits only, each once.
import { hashtagSchema } from '../../shared/contracts/text.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

/** The brand's first, then those of the trade; at most four. */
export function hashtagsFor({ name, bareTopic, bank }: Voice): string[] {
  const wanted = [name, ...(bareTopic ? [bareTopic] : []), ...bank.tags]
    .map(hashtag)
    .filter((tag) => tag.length > 2 && tag.length <= 40 && hashtagSchema.safeParse(tag).success);
  return [...new Set(wanted)].slice(0, 4);
}

const hashtag = (text: string): string => {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  // A capital can bring marks that no network accepts in a hashtag.
  return `#${words
    .map(upperFirst)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')}`;
};
