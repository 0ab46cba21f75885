// Makes a text fit a limit the way an editor would: at a sentence, else at a word, never inside a character.

const ELLIPSIS = '…';

/** At most `limit` UTF-16 units. Cuts after the last sentence that leaves half of the room used, else after a word with "…". */
export function fitText(text: string, limit: number): string {
  const whole = text.trim();
  if (whole.length <= limit) return whole;
  const room = whole
    .slice(0, Math.max(limit - ELLIPSIS.length, 1))
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const sentence = room.match(/^[\s\S]*[.!?…](?=\s|$)/u)?.[0];
  if (sentence && sentence.length >= limit / 2) return sentence.trim();
  const atWord = /\s/u.test(whole.charAt(room.length)) ? room : room.replace(/\s+\S*$/u, '');
  const kept = atWord.length >= limit / 2 ? atWord : room;
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}${ELLIPSIS}`;
}

/** A post that its network accepts: the last hashtags go first (two stay), then the text is shortened. */
export function fitPost(
  text: string,
  hashtags: readonly string[],
  limit: number,
): { text: string; hashtags: readonly string[] } {
  const kept = [...hashtags];
  const lengthOfTags = () => (kept.length > 0 ? kept.join(' ').length + '\n\n'.length : 0);
  while (kept.length > 0 && (kept.length > 2 || lengthOfTags() > limit / 2) && text.length + lengthOfTags() > limit)
    kept.pop();
  return { text: fitText(text, limit - lengthOfTags()), hashtags: kept };
}
