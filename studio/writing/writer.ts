// Chooses sentences and puts texts together: a sentence that has its facts, obeys the rules, fits the room and was not said
// before, the least used first. Each agent begins at another place of the same shuffled frames, so that texts do not repeat.
import { type SeededRandom, seededRandom } from '../media/drawing/seeded-random.ts';
import { type Frames, framesFor, type Role } from './catalogue.ts';
import { fillFrame, neededSlots, type Slots } from './fill-frame.ts';
import { suits, unmarked } from './register.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice-of-brief.ts';

export type Step = Role | readonly Role[];

interface TextOptions {
  /** Characters of the whole, and of one sentence. */
  readonly limit?: number;
  readonly longest?: number;
  /** What people asked for: it comes after the first sentence and is never left out. */
  readonly asked?: readonly string[];
  /** The offer is named in any case, and the last step, what to do, keeps its room. */
  readonly namesOffer?: boolean;
  readonly slots?: Slots;
}

export interface Writer {
  readonly random: SeededRandom;
  /** A sentence of one of the roles, the least used that has something to say; undefined when none has. */
  say(step: Step, options?: { readonly limit?: number; readonly slots?: Slots }): string | undefined;
  /** Whole sentences for these steps in their order, those that can be said, within the limit together. */
  text(steps: readonly Step[], options?: TextOptions): string[];
  /** The frames of a role in the order of the catalogue, those that have their facts. */
  inOrder(role: Role): string[];
}

/** Agents in the order in which they begin to turn the pages: those whose texts people see side by side stand apart. */
export const writingAgents = [
  'Copywriter', 'CMO', 'Social', 'SEO', 'ContentWriter', 'MarketAnalyst', 'Scriptwriter', 'Analytics',
] as const; // biome-ignore format: a table
export type WritingAgent = (typeof writingAgents)[number];

/** A fact told so often is known, unless a brief has few. */
const MOST_USES = 3;
/** How often the choices of a frame are thrown for a sentence that was not said. */
const WORDINGS = 3;
const KEPT_FOR_THE_LAST_STEP = 90;

export function writerFor(
  voice: Voice,
  agent: WritingAgent,
  alreadySaid: readonly string[] = [],
  documents: Frames = {},
): Writer {
  const random = seededRandom(`${voice.seed} ${agent}`);
  const said = new Set(alreadySaid.flatMap(sentencesOf).map(normalised));
  const uses = new Map<string, number>();
  const used = (name: string) => uses.get(name) ?? 0;
  const leastUsed = <Item>(items: readonly Item[], name: (item: Item) => string) =>
    [...items].sort((one, other) => used(name(one)) - used(name(other)));
  const decks = new Map<Role, readonly string[]>();
  /** Whoever reads one text of a notice must learn it all: what other texts have said is said again there, but in working documents. */
  const isNotice = voice.goal === 'notice' && Object.keys(documents).length === 0;

  const suitedFrames = (role: Role): string[] =>
    (documents[role] ?? framesFor(role, voice.language, voice.goal))
      .filter((frame) => suits(frame, voice.register, voice.isUsual))
      .map(unmarked);

  function deckOf(role: Role): readonly string[] {
    const known = decks.get(role);
    if (known) return known;
    const suited = [...suitedFrames(role), ...(role === 'action' ? actionsFrom(suitedFrames) : [])];
    const deck = shuffled(suited, seededRandom(`${voice.seed} ${role}`));
    const start = Math.floor((writingAgents.indexOf(agent) * deck.length) / writingAgents.length);
    decks.set(role, [...deck.slice(start), ...deck.slice(0, start)]);
    return decks.get(role) ?? [];
  }

  /** What may stand in the slots that a brief fills more than once: one fact, several together, one proof, one value. */
  function partsFor(needed: readonly string[]): readonly Slots[] {
    const slot = PARTS.find((name) => needed.includes(name));
    if (!slot) return [{}];
    const one = { fact: voice.facts, proof: voice.proofs, value: voice.values };
    const choices = slot === 'facts' ? voice.runs : one[slot];
    const most = isNotice
      ? Number.POSITIVE_INFINITY
      : slot === 'facts'
        ? 1
        : Math.max(MOST_USES, Math.ceil(10 / choices.length));
    return leastUsed(choices, (part) => part).flatMap((part) => (used(part) < most ? [{ [slot]: part }] : []));
  }

  function sayRole(role: Role, limit: number, slots: Slots): string | undefined {
    const spoken = slots.spoken?.toLowerCase();
    const isFree = (text: string) => !isSaid(text);
    const isFreeHere = (text: string) => !spoken?.includes(sentencesOf(text).at(-1)?.toLowerCase() ?? '');
    const once = sayFrame(role, limit, slots, isFree);
    return once ?? (isNotice ? sayFrame(role, limit, slots, isFreeHere) : undefined);
  }

  function sayFrame(role: Role, limit: number, slots: Slots, isFree: (text: string) => boolean): string | undefined {
    for (const frame of leastUsed(deckOf(role), (name) => name)) {
      const needed = neededSlots(frame);
      if (
        isEcho(role, needed, slots) ||
        (ONCE.has(role) && used(frame) > 0 && !(isNotice && agent !== 'ContentWriter'))
      )
        continue;
      for (const part of partsFor(needed)) {
        if (tellsTwice(part, needed, slots)) continue;
        const worded = Array.from({ length: WORDINGS }, () =>
          fillFrame(frame, { ...slots, ...part }, { ...voice, random }),
        );
        const sentence = worded.find((text) => text && text.length <= limit && isFree(text));
        if (!sentence || breaksRules(sentence, voice.rules)) continue;
        for (const one of sentencesOf(sentence)) said.add(normalised(one));
        for (const name of [frame, role, ...Object.values(part)]) if (name) uses.set(name, used(name) + 1);
        return sentence;
      }
    }
    return undefined;
  }
  const isSaid = (text: string) => sentencesOf(text).some((sentence) => said.has(normalised(sentence)));

  const writer: Writer = {
    random,
    say(step, { limit = 600, slots = {} } = {}) {
      for (const role of typeof step === 'string' ? [step] : leastUsed(step, (name) => name)) {
        const sentence = sayRole(role, limit, { ...voice.slots, ...slots });
        if (sentence) return sentence;
      }
      return undefined;
    },
    text(steps, { limit = 2000, longest = 600, asked = [], namesOffer = false, slots = {} } = {}) {
      const sentences: string[] = [];
      let room = limit - asked.join('  ').length;
      for (const [index, step] of steps.entries()) {
        const kept =
          namesOffer && !isNotice && index < steps.length - 1 ? Math.min(KEPT_FOR_THE_LAST_STEP, limit / 3) : 0;
        const options = { limit: Math.min(room - kept, longest), slots: { ...slots, ...afterwards(sentences, voice) } };
        const isLast = namesOffer && index === steps.length - 1;
        const sentence = writer.say(step, options) ?? (isLast ? writer.say('contact', options) : undefined);
        if (!sentence) continue;
        sentences.push(sentence);
        room -= sentence.length + 2;
      }
      const offer =
        namesOffer && !names([...asked, ...sentences], voice)
          ? writer.say(['present', 'action', 'caption'], { limit: Math.max(room, 60), slots })
          : undefined;
      const [first, ...others] = sentences;
      const whole = [first, ...asked, offer, ...others].filter((sentence) => sentence !== undefined);
      return whole.length > 0 || !namesOffer ? whole : [`${voice.slots.core ?? voice.brand}.`];
    },
    inOrder: (role) =>
      suitedFrames(role)
        .flatMap((frame) => fillFrame(frame, voice.slots, { ...voice, random }) ?? [])
        .filter((sentence) => !breaksRules(sentence, voice.rules)),
  };
  return writer;
}

/** An idea that other words do not make new. */
const ONCE: ReadonlySet<Role> = new Set(['passage', 'spare', 'answer', 'how', 'opening', 'title']);

const PARTS = ['facts', 'fact', 'proof', 'value'] as const;

/** Whether the thing offered is named. */
function names(sentences: readonly string[], { slots, goal }: Voice): boolean {
  if (goal === 'notice') return sentences.length > 0;
  const text = sentences.join(' ').toLowerCase();
  return [slots.barecore, slots.bare].some((name) => name && text.includes(name.toLowerCase()));
}

/** Terms by the names of the slots that tell them. */
const TOLD_BY = {
  price: ['price'],
  date: ['date'],
  deadline: ['deadline', 'until', 'by'],
  quantity: ['quantity'],
  place: ['place', 'inplace'],
} as const;

/** What a text has said changes what may follow: the offer is not named in full again, no term is told twice. */
function afterwards(sentences: readonly string[], voice: Voice): Slots {
  const spoken = sentences.join(' ');
  const told = Object.entries(TOLD_BY).flatMap(([name, slots]) => {
    const words = voice.slots[name];
    return words && spoken.includes(words) ? slots.map((slot) => [slot, undefined] as const) : [];
  });
  return { spoken, named: names(sentences, voice) ? 'named' : undefined, ...Object.fromEntries(told) };
}

/** Every call to action as a sentence: with the way to act, the last day, or both; and in every turn of phrase. */
const actionsFrom = (frames: (role: Role) => readonly string[]): string[] => [
  ...frames('cta').flatMap((button) =>
    /:|\{phone\}/u.test(button) ? [] : [`${button}{+where}.`, `${button} {by}.`, `${button} {where}, {by}.`],
  ),
  ...frames('call').flatMap((call) => {
    const begun = call.replace(/(?<=^\[?|^\[[^|\]]*\|)\p{Ll}/gu, (letter) => letter.toUpperCase());
    const way = call.includes('{phone}') ? '' : '{+where}';
    return frames('turn').map((turn) => turn.replace('{call}', call).replace('{Call}', begun).replace('{+where}', way));
  }),
];

const ECHOING: ReadonlySet<Role> = new Set(['headline', 'title', 'caption', 'present', 'hook', 'pitch']);

/** "The Loam app, by Loam" says one name twice. */
const isEcho = (role: Role, needed: readonly string[], { barecore = '', label }: Slots): boolean =>
  ECHOING.has(role) &&
  label !== undefined &&
  barecore.toLowerCase().includes(label.toLowerCase()) &&
  (needed.includes('label') || needed.includes('brand')) &&
  needed.some((name) => name.endsWith('core') || name === 'offer' || name === 'def');

/** A fact that the text has told, and a price, a place or a day that the fact beside it tells already. */
function tellsTwice(part: Slots, needed: readonly string[], slots: Slots): boolean {
  const [told] = Object.values(part);
  if (!told) return false;
  const spoken = slots.spoken?.toLowerCase() ?? '';
  if (told.split(/, | ?; /u).some((fact) => spoken.includes(fact.toLowerCase()))) return true;
  const known = ['price', 'quantity', 'place', 'inplace', 'date', 'deadline', 'until', 'by', 'values']
    .filter((name) => needed.includes(name))
    .flatMap((name) => slots[name] ?? []);
  return known.some((text) => {
    const [figure] = text.match(/\d[\d.,\s\u00a0\u202f]*\d|\d/u) ?? [];
    return (
      told.includes(text) ||
      (figure !== undefined && new RegExp(`(?<!\\d)${figure.replace(/[.]/gu, '\\.')}(?!\\d)`, 'u').test(told))
    );
  });
}

export const shuffled = <Item>(items: readonly Item[], random: SeededRandom): Item[] =>
  items
    .map((item) => ({ item, rank: random.next() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);

/** Whole sentences of a text, by its signs. A list is one. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])\s+|\n\n+/u).filter((sentence) => sentence.length > 0);

const normalised = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
