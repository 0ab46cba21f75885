// Cuts what people wrote into clauses: sentences, lines, bullets. Addresses, figures and abbreviations stay whole.

const BREAK = /(?:\r?\n)+|\s*[;•·]\s+|(?<=[.!?…])\s+(?=[\p{Lu}«"“(\d])|\s+[–—]\s+|\s+-\s+(?=\p{L})/gu;
const ABBREVIATION = /(?:\b(?:M|Mr|Mrs|Ms|Dr|St|Ste|env|no|tél|tel|approx|e\.g|i\.e|p\.ex|av|bd)\.)$/iu;

/** The clauses in order, trimmed, without list marks; nothing is lost but the breaks. */
export function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  for (const part of text.split(BREAK)) {
    const clause = part.trim().replace(/^(?:[-*•](?!\d)\s*|\d{1,2}[.)]\s+)/u, '');
    if (clause === '') continue;
    const before = clauses.at(-1);
    if (before !== undefined && ABBREVIATION.test(before)) clauses[clauses.length - 1] = `${before} ${clause}`;
    else clauses.push(clause);
  }
  return clauses;
}
