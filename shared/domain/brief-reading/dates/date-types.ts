// One expression of time found in a text, and what it was read as.
import type { Doubt } from '../questions.ts';

/** How the words around a date bind it: an end (inclusive), the day before, a start, the day itself, "for Christmas". */
export type Relation = 'until' | 'from' | 'on' | 'for';

export interface DateFinding {
  readonly index: number;
  readonly text: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly relation: Relation;
  readonly approximate: boolean;
  /** Usual name of a named day, in both languages. */
  readonly label?: { readonly fr: string; readonly en: string };
  /** A label of a period ("Q1 2027") gives way to an explicit range beside it. */
  readonly isLabel?: boolean;
  /** Days of the same list that stand apart: "les 5 et 19 mars". */
  readonly further?: readonly { readonly startsOn: string; readonly endsOn: string }[];
  /** A list of days ("27 et 28 mars"), on each of which the thing takes place. */
  readonly isEachDay?: boolean;
  readonly doubts: readonly Omit<Doubt, 'about' | 'from'>[];
}

/** Words that name a time which cannot be read without asking. */
export interface DateRefusal {
  readonly index: number;
  readonly text: string;
  readonly doubt: Omit<Doubt, 'about' | 'from'>;
}

export interface DateContext {
  /** The day that relative expressions count from. */
  readonly today: string;
  readonly country: string | undefined;
  /** Whether 03/04 is 3 April; undefined where the brief does not tell. */
  readonly dayFirst: boolean | undefined;
}
