// The manner of speaking that a brief's tone asks for. It chooses among sentences; it never adds a claim.

export const registers = ['plain', 'warm', 'lively', 'expert', 'solemn'] as const;
export type Register = (typeof registers)[number];

const SIGNS: readonly (readonly [Register, RegExp])[] = [
  ['solemn', /solenn|institutionn|officiel|protocol|digne|respectu|recueil|grave\b|cérémon|solemn|formal|dignified|reverent|stately|official/iu],
  ['lively', /famili|complice|drôle|humour|malici|espiègl|décontract|ludique|énergi|punch|fun\b|dynami|festi|playful|cheeky|casual|funny|witty|bold|energetic|upbeat|lively/iu],
  ['expert', /expert|technique|précis|rigour|pédagog|factuel|concret|professionn|sérieu|clinical|factual|technical|precise|professional|authoritative/iu],
  ['warm', /chaleur|bienveill|doux|douce|humain|proche|tendre|rassur|simple|warm|caring|gentle|friendly|kind|reassuring|human/iu],
]; // biome-ignore format: a table

export const registerOf = (tone: string): Register => SIGNS.find(([, sign]) => sign.test(tone))?.[0] ?? 'plain';

const MARKS: Readonly<Record<string, Register>> = { '~': 'lively', '^': 'solemn', '*': 'warm', '=': 'expert' };
const LEADING_MARKS = /^[~^*=]?#?/u;

/** Whether a frame may be said: `~` lively, `^` solemn, `*` warm, `=` expert, without a mark in all registers; `#` of the usual thing only. */
export const suits = (frame: string, register: Register, isUsual: boolean): boolean => {
  const [marks = ''] = frame.match(LEADING_MARKS) ?? [];
  const asked = MARKS[marks.charAt(0)];
  return (asked === undefined || asked === register) && (isUsual || !marks.includes('#'));
};

export const unmarked = (frame: string): string => frame.replace(LEADING_MARKS, '');
