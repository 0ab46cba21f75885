import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type GoalKind, goalKinds } from '../../shared/contracts/brief-reading.ts';
import { channelSchema } from '../../shared/contracts/channels.ts';
import { languages } from '../../shared/contracts/language.ts';
import { type Catalogue, catalogues, framesFor, type Role, roles } from './catalogue.ts';
import { fillFrame, neededSlots } from './fill-frame.ts';
import plans from './phrases/plans.json' with { type: 'json' };

const line = z.string().min(1);
const lines = z.array(line).min(1);
const framesSchema = z.partialRecord(z.enum(roles), lines);

/** What a goal brings to working documents: the steps of its argument, its measure, what holds people back, who else they turn to. */
const planSchema = z.strictObject({
  steps: z.array(z.strictObject({ title: line, description: line })).length(3),
  metric: z.strictObject({ name: line, measurement: line }),
  obstacles: z.array(line).length(3),
  rivals: z.array(z.strictObject({ name: line, positioning: line, strength: line, gap: line })).length(3),
  cadence: line,
  searches: lines,
});
const goalSchema = z.strictObject({ verb: line, plan: planSchema, phrases: framesSchema });
const noticeSchema = goalSchema.extend({ documents: framesSchema });

const record = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, line])) as Record<Name, typeof line>);
const labelsSchema = z.strictObject({
  fallback: record('brand', 'sector', 'people', 'objective', 'tone', 'proofs', 'work', 'team', 'notice'),
  greetings: record('solemn', 'lively', 'plain'),
  signatures: lines,
  practical: record('price', 'pay', 'date', 'deadline', 'place', 'hours', 'contact'),
  variants: record('title', 'action'),
  slides: record('swot', 'benchmark', 'public', 'evidence', 'channels', 'calendar', 'open'),
  formats: record('tall', 'square', 'wide', 'still'),
  clusters: record('informational', 'commercial', 'transactional', 'navigational'),
  searches: lines,
  reviews: line,
  hiring: line,
  advertisements: lines,
  effort: z.string(),
  notes: record('mention', 'request', 'searched', 'study', 'foreign'),
  missing: record('proof', 'price', 'budget'),
  counts: z.strictObject({ weeks: z.array(line).length(2), channels: z.array(line).length(2) }),
  channelNames: z.partialRecord(channelSchema, line),
  channelRoles: z.record(channelSchema, line),
  asks: z.strictObject({
    ...record('subscribe', 'request-demo', 'petition', 'donate', 'job', 'volunteer').shape,
    jobs: z.string(),
  }),
  discover: line,
  warnings: record('text', 'image', 'video'),
  draft: z.strictObject({ opening: lines, point: lines, alone: line, ending: lines, disclosure: line, sentence: line }),
});

const catalogueSchema = z.strictObject({
  general: framesSchema,
  goals: z.strictObject({
    ...(Object.fromEntries(goalKinds.map((goal) => [goal, goalSchema])) as Record<GoalKind, typeof goalSchema>),
    notice: noticeSchema,
  }),
  documents: framesSchema,
  labels: labelsSchema,
});

/** Slots by who fills them: the brief, the writer, a document, a composer. */
const SLOTS = new Set(
  `brand label chez campaign people folk values offer def again bare yours core thecore barecore yourcore ask theask shortask theshortask yourask
cause price quantity place inplace date eve deadline by until site phone address email onsite hours contact where target starts ends list
fact facts proof value proofs topic articletitle call
name tone sector audience objective duration channelcount firstchannel budget noproof noprice nobudget goalverb metric cadence obstacle
figures busiest busiestcount postcount money
news newsshort newsclause todo todoshort way topeople`.split(/\s+/u),
);
/** What every goal has sentences of its own for, and how many at least: three texts stand side by side, an article has four headings. */
const OWN: Partial<Record<Role, number>> = {
  present: 4, headline: 5, cta: 3, hook: 8, action: 5, answer: 5, how: 5, heading: 4, title: 3, passage: 6, call: 1,
}; // biome-ignore format: a table

const framesIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(framesIn)
      : [];
const wordsOf = ({ labels, ...others }: Catalogue) => [
  ...framesIn(others),
  ...framesIn(labels.notes),
  ...labels.signatures,
];

describe.each(languages)('the catalogue of %s', (language) => {
  const catalogue = catalogues[language];

  it('has the shape that the composers read', () => {
    expect(catalogueSchema.safeParse(catalogue).error?.issues ?? []).toEqual([]);
  });

  it('names no fact that nobody fills', () => {
    const unknown = wordsOf(catalogue).flatMap((frame) =>
      neededSlots(frame.replaceAll('{+', '{')).filter((slot) => !SLOTS.has(slot) && slot !== 'b'),
    );
    expect(unknown).toEqual([]);
  });

  it('begins every sentence with a capital, whichever words are chosen', () => {
    const AT_THE_START = /(?:^#?|[.!?…] )\(([^()]*\|[^()]*)\)/gu;
    const asSentences = framesIn(catalogue.goals).concat(framesIn(catalogue.general)).filter((frame) => /[.!?…]$/u.test(frame));
    const choices = asSentences
      .map((frame) => frame.replace(/<([^<>|]*)\|[^<>]*>|\[([^|\]]*)\|[^\]]*\]/gu, '$1$2'))
      .flatMap((frame) => [...frame.matchAll(AT_THE_START)].map(([, words = '']) => words.split('|')));
    const isCapital = (words: string) => /^["“«(]?\s?[\p{Lu}\d{]/u.test(words) && !/^\{\p{Ll}/u.test(words);
    expect(choices.filter((words) => words.some(isCapital) && !words.every(isCapital))).toEqual([]);
    expect(choices.length).toBeGreaterThan(100);
  }); // biome-ignore format: one question

  it('leaves no sign of a frame in a sentence, however its words are chosen', () => {
    const facts = Object.fromEntries([...SLOTS, 'b'].map((slot) => [slot, 'mot']));
    for (const turn of [0, 1, 2, 3])
      for (const familiar of [true, false]) {
        const random = {
          next: () => 0,
          between: (low: number) => low,
          integer: (low: number) => low,
          pick: <Item>(items: readonly [Item, ...Item[]]): Item => items[turn % items.length] ?? items[0],
        };
        for (const frame of wordsOf(catalogue))
          expect(fillFrame(frame, facts, { language, familiar, random })?.replaceAll(' => ', ' '), frame).not.toMatch(
            /[[\]{}|<>]| {2}|\s[,.]/u,
          );
      }
  });

  it('says nothing twice in one role', () => {
    for (const goal of [...goalKinds, 'notice'] as const)
      for (const [role, frames] of Object.entries(catalogue.goals[goal].phrases))
        expect(
          frames.filter((frame, index) => frames.indexOf(frame) !== index),
          `${goal} ${role}`,
        ).toEqual([]);
  });

  it.each(goalKinds)('has sentences for somebody who wants people to %s, in every tone', (goal) => {
    for (const [role, least] of Object.entries(OWN) as [Role, number][]) {
      const plain = framesFor(role, language, goal).filter((frame) => !/^[~^*=#]/u.test(frame));
      const isOften = role === 'present' || role === 'hook' || role === 'heading' || role === 'headline';
      expect(plain.length, role).toBeGreaterThanOrEqual(goal === 'sign-up' && isOften ? 2 : Math.min(least, 3));
      expect(framesFor(role, language, goal).length, role).toBeGreaterThanOrEqual(least);
    }
    for (const sign of ['~', '^', '*', '='])
      expect(
        framesFor('hook', language, goal).some((frame) => frame.startsWith(sign)),
        sign,
      ).toBe(true);
  });
});

it('plans texts in roles that the catalogue has', () => {
  const steps = Object.values(plans).flatMap((kind) => Object.values(kind).flatMap((plan) => plan.split(/[ |]/u)));
  expect(steps.filter((step) => !(roles as readonly string[]).includes(step))).toEqual([]);
});

it('keeps the two languages side by side: the same roles for the same goals', () => {
  const rolesOf = ({ goals, general, documents }: Catalogue) => ({
    goals: Object.fromEntries(
      ([...goalKinds, 'notice'] as const).map((goal) => [goal, Object.keys(goals[goal].phrases).sort()]),
    ),
    notice: Object.keys(goals.notice.documents ?? {}).sort(),
    general: Object.keys(general).sort(),
    documents: Object.keys(documents).sort(),
  });
  expect(rolesOf(catalogues.en)).toEqual(rolesOf(catalogues.fr));
});
