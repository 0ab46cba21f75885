// Shortens a text between two characters as a reader sees them, never inside an emoji, a flag or a letter with its accents.
import { graphemesOf } from '../../contracts/graphemes.ts';

/** How long a text is, in whatever counts. */
export type Measure = (text: string) => number;
const units: Measure = (text) => text.length;

/** The longest beginning of at most `limit`. */
export function truncateText(text: string, limit: number, measure: Measure = units): string {
  if (measure(text) <= limit) return text;
  const parts = graphemesOf(text);
  const beginning = (count: number) => parts.slice(0, count).join('');
  let fits = 0;
  let tooLong = parts.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(beginning(middle)) <= limit) fits = middle;
    else tooLong = middle;
  }
  return beginning(fits);
}
