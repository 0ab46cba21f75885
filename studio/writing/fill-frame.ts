// Turns a frame into a sentence. `(a|b)` is a choice of words, `[vous|tu]` the form of address, `{slot}` a fact of the brief,
// `{Slot}` the same with a capital, `{+slot}` a fact that may be missing, with the space before it, `<est|sont>` the number
// of the thing offered. Without its fact there is no sentence.
import type { Language } from '../../shared/contracts/language.ts';
import type { SeededRandom } from '../media/drawing/seeded-random.ts';
import { joinWords } from './grammar/join-words.ts';
import { lowerStart, upperFirst } from './plain-text.ts';

export type Slots = Readonly<Record<string, string | undefined>>;

export interface Filling {
  readonly language: Language;
  readonly familiar: boolean;
  readonly random: SeededRandom;
}

const AGREEMENT = /<([^<>|]*)\|([^<>|]*)>/gu;
const CHOICE = /\(([^()]*\|[^()]*)\)/gu;
const SLOT = /\{(\+?)(\p{L}+)\}/gu;

/** Slots that name what is offered: after the first one a shorter form does. */
const AGAIN: Readonly<Record<string, string>> = {
  def: 'again', core: 'again', thecore: 'again', ask: 'askagain', theask: 'askagain',
}; // biome-ignore format: a table

/** The names of the facts that a frame cannot do without, in lower case. */
export const neededSlots = (frame: string): readonly string[] =>
  [...frame.matchAll(SLOT)].filter(([, optional]) => !optional).map(([, , name = '']) => lowerStart(name));

/** The sentence, or undefined when a fact that it needs is not in the brief. */
export function fillFrame(frame: string, slots: Slots, { language, familiar, random }: Filling): string | undefined {
  const agreed = addressed(frame.replace(AGREEMENT, slots.plural ? '$2' : '$1'), familiar);
  const worded = agreed.replace(CHOICE, (_all, choices: string) => {
    const [first = '', ...others] = choices.split('|');
    return random.pick([first, ...others]);
  });
  let sentence = '';
  let end = 0;
  let isNamed = Boolean(slots.named);
  for (const { 0: found, 1: optional, 2: name = '', index } of worded.matchAll(SLOT)) {
    const slot = lowerStart(name);
    const value = isNamed && AGAIN[slot] ? slots[AGAIN[slot]] : slots[slot];
    isNamed ||= slot in AGAIN || slot === 'offer';
    sentence += worded.slice(end, index);
    end = index + found.length;
    if (!value && !optional) return undefined;
    if (!value) continue;
    const said = /^\p{Lu}/u.test(name) ? upperFirst(value) : value;
    sentence = joinWords(optional ? `${sentence} ` : sentence, said, language);
  }
  return (sentence + worded.slice(end)).replace(/([.!?…])\.(?=\s|$)/gu, '$1');
}

/** The side of every `[vous|tu]` that is spoken. */
export const addressed = (text: string, familiar: boolean): string =>
  text.replace(/\[([^|\]]*)\|([^\]]*)\]/gu, familiar ? '$2' : '$1');
