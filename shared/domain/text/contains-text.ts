// Finds a text in another as a person does: whatever the case, accents and ligatures. Pure.

const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => ligatures[letter] ?? letter);

/** Whether the text contains the other one; an empty one is contained in all. */
export const containsText = (text: string, search: string): boolean => folded(text).includes(folded(search));
