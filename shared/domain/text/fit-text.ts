// Makes a text fit a limit the way an editor would: at a sentence, else at a word, never inside a character.
import { type Measure, truncateText } from './truncate-text.ts';

const ELLIPSIS = '…';
const units: Measure = (text) => text.length;

/** At most `limit`, by UTF-16 units or by `measure`. Cuts after the last sentence that leaves half of the room used, else after a word with "…". */
export function fitText(text: string, limit: number, measure: Measure = units): string {
  const whole = text.trim();
  if (measure(whole) <= limit) return whole;
  const room = truncateText(whole, Math.max(limit - measure(ELLIPSIS), 1), measure);
  const isLongEnough = (part: string) => measure(part) >= limit / 2;
  const sentence = room.match(/^[\s\S]*[.!?…](?=\s|$)/u)?.[0];
  if (sentence && isLongEnough(sentence)) return sentence.trim();
  const atWord = /\s/u.test(whole.charAt(room.length)) ? room : room.replace(/\s+\S*$/u, '');
  const kept = isLongEnough(atWord) ? atWord : room;
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}${ELLIPSIS}`;
}

/** A post that its network accepts: the last hashtags go first (two stay), then the text is shortened. */
export function fitPost(
  text: string,
  hashtags: readonly string[],
  limit: number,
  measure: Measure = units,
): { text: string; hashtags: readonly string[] } {
  const kept = [...hashtags];
  const lengthOfTags = () => (kept.length > 0 ? measure(`\n\n${kept.join(' ')}`) : 0);
  while (kept.length > 0 && (kept.length > 2 || lengthOfTags() > limit / 2) && measure(text) + lengthOfTags() > limit)
    kept.pop();
  return { text: fitText(text, limit - lengthOfTags(), measure), hashtags: kept };
}
