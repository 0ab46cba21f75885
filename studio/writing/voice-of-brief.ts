// What a composer needs to speak for one brief. It is made in voice.ts.
import type { BriefReading } from '../../shared/contracts/brief-reading.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import type { Language } from '../../shared/contracts/language.ts';
import type { BriefFacts } from './brief-facts.ts';
import type { Matter } from './catalogue.ts';
import type { Directives } from './feedback-directives.ts';
import type { Slots } from './fill-frame.ts';
import type { Variety } from './grammar/amounts-and-days.ts';
import type { Register } from './register.ts';
import type { Rules } from './rules.ts';

export interface Voice extends BriefFacts {
  readonly language: Language;
  readonly variety: Variety;
  readonly familiar: boolean;
  readonly register: Register;
  /** The goal's usual kind of thing: an event, not a waiting list; a box that arrives, not a letter or a choir. */
  readonly isUsual: boolean;
  /** What people shall do, or that they must be told something. */
  readonly goal: Matter;
  readonly reading: BriefReading;
  readonly rules: Rules;
  readonly directives: Directives;
  /** The brand inside running text: its name with its article, or "la marque" when the name is a sentence of its own. */
  readonly brand: string;
  readonly name: string;
  readonly sector: string;
  readonly audience: string;
  readonly objectives: readonly [string, ...string[]];
  readonly tone: string;
  readonly channels: readonly Channel[];
  readonly weeks: number;
  readonly budgetAmount: number;
  readonly slots: Slots;
  /** What every text must speak of, newest last. */
  readonly mentions: readonly string[];
  /** What a person wrote into the strategy: whole sentences, said by the texts that follow. */
  readonly edited: readonly string[];
  /** Words of the brief that are in the other language, and were left out. */
  readonly foreign: readonly string[];
  /** Of the brief with what people asked to change. */
  readonly seed: string;
  money(amount: number): string;
  list(items: readonly string[]): string;
}
