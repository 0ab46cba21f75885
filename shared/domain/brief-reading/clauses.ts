// Cuts what people wrote into clauses: sentences, lines, bullets. Addresses, figures and abbreviations stay whole.

/** A dash joins in brackets, between days ("6 février – 30 mai") and after a quotation, whose author follows it. */
const BREAK =
  /(?:\r?\n)+|\s*[;•·]\s+(?![^()]*\))|(?<=[.!?…])\s+(?=[\p{Lu}«"“(\d])|(?<![»”"'’]|\([^()]*)(?:\s+[–—]\s+(?!\d)|\s+-\s+(?=\p{L}))/gu;
/** Only sentences and lines: what "it" stands for in "don't advertise it" is on the same line. */
const LINE = /(?:\r?\n)+|\s*[;•·]\s+(?![^()]*\))|(?<=[.!?…])\s+(?=[\p{Lu}«"“(\d])/gu;
const ABBREVIATION = /(?:\b(?:M|Mr|Mrs|Ms|Dr|St|Ste|env|no|tél|tel|approx|e\.g|i\.e|p\.ex|av|bd)\.)$/iu;

const LIST_MARK = /^(?:[-*•](?!\d)\s*|\d{1,2}[.)]\s+)/u;

/** The clauses in order, trimmed, without list marks; nothing is lost but the breaks. */
export const clausesOf = (text: string): readonly string[] => cut(text, BREAK);
/** The sentences and lines that clauses are parts of. */
export const linesOf = (text: string): readonly string[] => cut(text, LINE);

function cut(text: string, at: RegExp): readonly string[] {
  const clauses: string[] = [];
  for (const part of text.split(at)) {
    const clause = part.trim().replace(LIST_MARK, '');
    if (clause === '') continue;
    const before = clauses.at(-1) ?? '';
    if (ABBREVIATION.test(before)) clauses[clauses.length - 1] = `${before} ${clause}`;
    else clauses.push(clause);
  }
  return clauses;
}
