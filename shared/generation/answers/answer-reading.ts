// What became of a model's text: a value that fits, or faults that can be told to a model and to a person.

/** What may be put right without asking again. None of these changes what an answer says. */
export const fixRules = [
  'reasoning-removed',
  'text-around-removed',
  'last-of-several',
  'json-mended',
  'unwrapped',
  'wrapped',
  'key-renamed',
  'key-dropped',
  'null-dropped',
  'blank-dropped',
  'list-made',
  'list-trimmed',
  'duplicate-dropped',
  'text-made',
  'text-cut',
  'number-read',
  'number-rounded',
  'word-matched',
  'hashtag-mended',
] as const;
export type FixRule = (typeof fixRules)[number];

export interface Fix {
  /** JSON pointer of the place, as `#/keyMessages/2`. */
  readonly pointer: string;
  readonly rule: FixRule;
}

export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * Why an answer is of no use. `cut`: it ended at its limit; `refused` and `empty`: asking the same model again will not help; `unreadable`: there
 * is no JSON in it; `unfit`: there is, and it does not fit.
 */
export type Unusable = 'cut' | 'refused' | 'empty' | 'unreadable' | 'unfit';

export interface ValidReading<Output> {
  readonly isValid: true;
  readonly output: Output;
  readonly fixes: readonly Fix[];
}
export interface InvalidReading {
  readonly isValid: false;
  readonly why: Unusable;
  readonly faults: readonly Fault[];
  /** The nearest there is to an answer, for whoever mends it; absent where nothing could be read. */
  readonly value?: unknown;
  readonly fixes: readonly Fix[];
}
export type Reading<Output> = ValidReading<Output> | InvalidReading;

/** The rules that were needed, each once, with how often: `key-dropped x3`. For the record of a call. */
export function namesOfFixes(fixes: readonly Fix[]): string[] {
  const counts = new Map<FixRule, number>();
  for (const { rule } of fixes) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => (count === 1 ? rule : `${rule} x${count}`));
}

/** `#/a/0` for the place of a value, with ~ and / as JSON pointers write them. */
export const pointerTo = (path: readonly (string | number)[]): string =>
  ['#', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');

/** The faults in one line, the first ten. */
export const faultsInWords = (faults: readonly Fault[]): string =>
  faults
    .slice(0, 10)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join('; ');
