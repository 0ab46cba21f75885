// What a text says to the public: its lines without what is to stay among us.
import { evened } from './brief-fields.ts';
import { clausesOf, linesOf } from './clauses.ts';
import { isAllSecret, isSecret } from './for-the-team.ts';

/** Longer than this, a clause with a mark of secrecy says something itself; a shorter one speaks of what stands before it. */
const LONGEST_MARK = 3;
/** "Do not share it": an order of this length is about the line before it. */
const LONGEST_ORDER = 7;

const TABLE = /^\s*\|/u;
const ROW_LABEL = /^[^:]{2,30} : /u;
const STRAIGHT_APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

const wordsIn = (text: string): number => text.split(' ').length;

/** In order. Of a line that is secret in part, the clauses before the secret; where it is not clear what is secret, none. Apostrophes must be even. */
export function publicLines(text: string): readonly string[] {
  const lines = linesOf(text);
  return lines.flatMap((line, place) => {
    const next = lines[place + 1] ?? '';
    const isToldOf = isAllSecret(next) && wordsIn(next) <= LONGEST_ORDER;
    return isToldOf ? [] : publicPart(line);
  });
}

/** Whether nothing in it is to stay among us. */
export const isPublic = (text: string): boolean =>
  linesOf(evened(text)).every((line) => !isSecret(line) && !isAllSecret(line));

/** A text as it was written where all of it is public, else the public lines; rows of a table that was pasted stand without their labels. */
export function publicText(text: string): string {
  const even = evened(text);
  const isTable = TABLE.test(text);
  if (!isTable && isPublic(text)) return text;
  return publicLines(even)
    .map((line) => (isTable ? line.replace(ROW_LABEL, '') : line))
    .join('; ')
    .replace(STRAIGHT_APOSTROPHE, '’');
}

function publicPart(line: string): readonly string[] {
  if (isAllSecret(line)) return [];
  if (!isSecret(line)) return [line];
  const clauses = clausesOf(line);
  const secret = clauses.findIndex(isSecret);
  return wordsIn(clauses[secret] ?? '') <= LONGEST_MARK ? [] : clauses.slice(0, Math.max(secret, 0));
}
