// Chooses sentences: one that has its facts, obeys the rules, fits the room and was not said before, the least used first.
// Each agent begins at another place of the same shuffled frames, so that its texts do not repeat those of the others.
import { type SeededRandom, seededRandom } from '../media/drawing/seeded-random.ts';
import { englishFrames } from './frames/english-frames.ts';
import { fillFrame, neededSlots, type Slots } from './frames/fill-frame.ts';
import { frenchFrames } from './frames/french-frames.ts';
import type { Frames, GoalBank, Role } from './frames/goal-bank.ts';
import { goalBanks } from './frames/goal-banks.ts';
import { passages } from './frames/passages.ts';
import { suits, unmarked } from './register.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice.ts';

export interface Writer {
  readonly random: SeededRandom;
  /** A sentence of one of the roles, the least used that has something to say; undefined when none has. */
  say(roles: Role | readonly Role[], options?: { readonly limit?: number; readonly slots?: Slots }): string | undefined;
  /** Sentences of the roles in this order, those that can be said, within the limit together. */
  text(roles: readonly (Role | readonly Role[])[], limit?: number): string[];
  /** The goal's own frames of a role in their order: they are its argument. */
  inOrder(role: Role): string[];
}

/** A fact that was told three times is known, unless a brief has few. */
const MOST_USES = 3;

export const writingAgents = [
  'Copywriter',
  'Social',
  'ContentWriter',
  'Scriptwriter',
  'CMO',
  'MarketAnalyst',
  'SEO',
  'Analytics',
] as const;
export type WritingAgent = (typeof writingAgents)[number];

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
  const decks = new Map<Role, readonly string[]>();

  function deckOf(role: Role): readonly string[] {
    const known = decks.get(role);
    if (known) return known;
    const deck = shuffled(framesFor(role, voice, documents), seededRandom(`${voice.seed} ${role}`));
    const start = Math.floor((writingAgents.indexOf(agent) * deck.length) / writingAgents.length);
    const turned = [...deck.slice(start), ...deck.slice(0, start)];
    decks.set(role, turned);
    return turned;
  }

  function* candidates(
    role: Role,
    slots: Slots,
  ): Generator<readonly [frame: string, sentence: string, part: string | undefined]> {
    const byUse = [...deckOf(role)].sort((one, other) => used(one) - used(other));
    for (const frame of byUse) {
      const needed = neededSlots(frame);
      if (isEcho(role, needed, slots)) continue;
      const parts = needed.includes('fact') ? voice.facts : needed.includes('value') ? voice.values : [undefined];
      for (const part of parts
        .filter((entry) => !entry || used(entry) < Math.max(MOST_USES, Math.ceil(10 / parts.length)))
        .sort((one, other) => used(`${one}`) - used(`${other}`))) {
        const other = voice.facts.filter((fact) => fact !== part).sort((one, two) => used(one) - used(two))[0];
        if (
          needed.includes('price') &&
          part &&
          slots.price &&
          part.includes(slots.price.replace(/\D+$/u, '').replace(/^\D+/u, ''))
        )
          continue;
        const sentence = fillFrame(frame, { ...slots, fact: part, value: part, factb: other }, { ...voice, random });
        if (sentence) yield [frame, sentence, part];
      }
    }
  }

  const isSaid = (text: string) => sentencesOf(text).some((sentence) => said.has(normalised(sentence)));

  function sayRole(role: Role, limit: number, slots: Slots): string | undefined {
    for (const [frame, sentence, part] of candidates(role, slots)) {
      if (sentence.length > limit || isSaid(sentence) || breaksRules(sentence, voice.rules)) continue;
      for (const part of sentencesOf(sentence)) said.add(normalised(part));
      for (const name of [frame, role, `${part}`]) uses.set(name, used(name) + 1);
      return sentence;
    }
    return undefined;
  }

  /** How much of what a role can say was said: facts and values have as many turns as there are of them. */
  const wear = (role: Role) =>
    used(role) /
    (role === 'fact' ? Math.max(voice.facts.length, 0.5) * 2 : role === 'value' ? voice.values.length || 0.5 : 2);

  const writer: Writer = {
    random,
    say(roles, { limit = 600, slots = {} } = {}) {
      const wanted = typeof roles === 'string' ? [roles] : [...roles].sort((one, other) => wear(one) - wear(other));
      for (const role of wanted) {
        const sentence = sayRole(role, limit, { ...voice.slots, ...slots });
        if (sentence) return sentence;
      }
      return undefined;
    },
    text(steps, limit = 2000) {
      const sentences: string[] = [];
      let room = limit;
      for (const step of steps) {
        const sentence = writer.say(step, {
          limit: room,
          slots: { named: namesOffer(sentences, voice) ? 'named' : undefined },
        });
        if (!sentence) continue;
        sentences.push(sentence);
        room -= sentence.length + 2;
      }
      return sentences;
    },
    inOrder: (role) =>
      (goalBanks[voice.language][voice.goal][role] ?? [])
        .flatMap((frame) => fillFrame(frame, voice.slots, { ...voice, random }) ?? [])
        .filter((sentence) => !breaksRules(sentence, voice.rules)),
  };
  return writer;
}

/** Whether the thing offered is named. */
export function namesOffer(sentences: readonly string[], { slots }: Voice): boolean {
  const said = sentences.join(' ').toLowerCase();
  return [slots.barecore, slots.bare].some((name) => name && said.includes(name.toLowerCase()));
}

/** Every call to action as a sentence: with the way to act, the last day, or both. */
const actionsFrom = (calls: readonly string[]): string[] =>
  calls.flatMap((call) => [`${call}{+where}.`, `${call} {by}.`, `${call} {where}, {by}.`]);

/** Goals whose offer is a thing or a service: `#` marks frames that speak of nothing else. */
const THINGS: ReadonlySet<string> = new Set([
  'buy',
  'subscribe',
  'book',
  'call',
  'request-demo',
  'sign-up',
  'install',
  'visit',
  'know',
]);

/** "The Loam app, by Loam" says one name twice. */
const isEcho = (role: Role, needed: readonly string[], { barecore = '', label }: Slots): boolean =>
  (role === 'headline' || role === 'title' || role === 'caption') &&
  label !== undefined &&
  barecore.toLowerCase().includes(label.toLowerCase()) &&
  (needed.includes('label') || needed.includes('brand')) &&
  needed.some((name) => name.endsWith('core') || name === 'offer' || name === 'def');

function framesFor(role: Role, { language, goal, register }: Voice, documents: Frames): readonly string[] {
  const bank: Partial<GoalBank> & Frames = { ...goalBanks[language][goal], passage: passages[language].byGoal[goal] };
  const general: Frames = {
    ...(language === 'fr' ? frenchFrames : englishFrames),
    passage: passages[language].general,
    ...documents,
  };
  const derived = role === 'action' ? actionsFrom(bank.cta ?? []) : [];
  const frames = [...(bank[role] ?? []), ...derived, ...(bank.alone?.includes(role) ? [] : (general[role] ?? []))];
  const suited = frames.filter((frame) => suits(frame, register)).map(unmarked);
  return suited.flatMap((frame) => (!frame.startsWith('#') ? [frame] : THINGS.has(goal) ? [frame.slice(1)] : []));
}

export const shuffled = <Item>(items: readonly Item[], random: SeededRandom): Item[] =>
  items
    .map((item) => ({ item, rank: random.next() }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ item }) => item);

/** Whole sentences of a text, by its signs. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…])\s+|\n+/u).filter((sentence) => sentence.length > 0);

const normalised = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
