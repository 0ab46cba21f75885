// Turns a phrase about customers into one that speaks to the reader.

/** "look after themselves" → "look after yourself"; "their" and "they" likewise. */
export const toYou = (phrase: string): string =>
  phrase
    .replace(/\bthemselves\b/gu, 'yourself')
    .replace(/\btheir\b/gu, 'your')
    .replace(/\bthey\b/gu, 'you');
