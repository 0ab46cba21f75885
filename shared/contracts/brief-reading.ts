// What was read out of a brief: offer, goal, audience, proof, dates, destination and constraints, each with the words it
// was read from, and what was not understood. People see it before money is spent, may correct it, and every agent works from it.
import * as z from 'zod';
import { anyLine, lineText } from './text.ts';
import { whenUsed } from './when-used.ts';

/** What people shall do after they met the campaign. Structure, proof, metrics and calls to action follow from it. */
export const goalKinds = [
  'buy',
  'subscribe',
  'donate',
  'book',
  'call',
  'request-demo',
  'sign-up',
  'install',
  'apply',
  'visit',
  'petition',
  'know',
] as const;
export const goalKindSchema = z.enum(goalKinds);
export type GoalKind = z.infer<typeof goalKindSchema>;

const words = lineText;
const day = z.iso.date().describe('A day in the time zone of the campaign, such as 2027-03-01');

/** Where a value comes from. `person`: somebody corrected the reading; `default`: nothing was said, and the reading says so. */
const readFromSchema = whenUsed(() =>
  z.strictObject({
    field: words(80).describe('Path in the brief, such as campaignGoals.objectives.0, or "person", or "default"'),
    quote: anyLine(400).describe('The words themselves; empty for a default'),
  }),
);
export type ReadFrom = z.infer<typeof readFromSchema>;
const read = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, from: readFromSchema });

export const offerSchema = whenUsed(() =>
  read({
    thing: words(160).describe(
      'What is offered, as a noun phrase that fits into a sentence, with the article that the brief gives it if any: "des paniers de légumes". For gifts what they are for ("le corail de Mayotte"), for a job who is looked for ("night bakers"), for a petition "the petition to …"',
    ),
    name: words(80).optional().describe('Its proper name where it has one: "Brioche de Minuit"'),
    price: z
      .strictObject({
        amount: z.number().min(0),
        currency: z.string().regex(/^[A-Z]{3}$/),
        per: words(40).optional().describe('"mois", "person"'),
        words: words(80).describe('As the brief writes it'),
      })
      .optional(),
    quantity: words(80).optional().describe('"28 pièces", "40 seats"'),
    place: words(160).optional(),
    date: day.optional().describe('When the thing itself takes place: an event, an opening'),
  }),
);

export const readingGoalSchema = whenUsed(() =>
  read({
    kind: goalKindSchema,
    also: z.array(goalKindSchema).max(3).default([]).describe('Further goals that the brief names, less important'),
    target: z
      .strictObject({ count: z.number().positive(), of: words(80).describe('"abonnés", "donations"') })
      .optional(),
  }),
);

export const constraintKinds = [
  'say-tu',
  'say-vous',
  'no-hashtags',
  'most-hashtags',
  'no-emoji',
  'most-emoji',
  'no-exclamation',
  'never-say',
  'say-instead',
  'must-mention',
  'no-prices',
  'no-superlatives',
  'plain-words',
  'variety',
  'no-posts-on',
] as const;
export const constraintSchema = whenUsed(() =>
  read({
    kind: z.enum(constraintKinds),
    value: words(120)
      .optional()
      .describe(
        'The word never to be said, the number, the variety (en-US, en-GB, fr-CA), the weekday (0 Sunday to 6) or day',
      ),
    replacement: words(120).optional().describe('What to say instead'),
  }),
);
export type Constraint = z.infer<typeof constraintSchema>;

export const periodSchema = whenUsed(() =>
  read({
    startsOn: day,
    endsOn: day.describe('Last day, inclusive'),
    deadline: day
      .optional()
      .describe('Last day on which people can act: the last push comes before it, nothing after it'),
    timeZone: words(60).describe('IANA name, such as Europe/Paris'),
    approximate: z.boolean().default(false).describe('The words name a stretch ("mid-February"), not days'),
  }),
);

/** A day that the brief names and that posts should know of: the event, a named day, the day something ends. */
export const momentSchema = whenUsed(() =>
  read({
    kind: z.enum(['event', 'named-day', 'deadline', 'opening']),
    label: words(120).describe('As the brief writes it, or the usual name of the day: "Giving Tuesday"'),
    startsOn: day,
    endsOn: day.describe('The same as startsOn for a single day'),
  }),
);
export type Moment = z.infer<typeof momentSchema>;

export const briefReadingSchema = whenUsed(() =>
  z.strictObject({
    readOn: day.describe('The day that "tomorrow" and "next month" were counted from: when the campaign was created'),
    offer: offerSchema,
    goal: readingGoalSchema,
    audience: read({
      who: words(400),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional()
        .describe(
          'Where they live, when the brief tells: holidays, prices of advertising and the order of dates depend on it',
        ),
    }),
    proofs: z
      .array(read({ fact: words(400) }))
      .max(10)
      .describe('Only what the brief itself says'),
    period: periodSchema,
    moments: z.array(momentSchema).max(12).describe('In order of time'),
    destination: read({
      website: z.url().optional(),
      telephone: words(40).optional(),
      address: words(200).optional(),
      email: words(120).optional(),
      hours: words(120).optional(),
    }),
    constraints: z.array(constraintSchema).max(30),
    /** Facts of the brief that no other field holds, whole clauses worth saying: ingredients, ages, conditions, names. */
    details: z.array(read({ fact: words(400) })).max(20),
    notUnderstood: z
      .array(
        z.strictObject({
          from: readFromSchema,
          /** Which part of the reading misses it. */
          about: z.enum(['offer', 'goal', 'audience', 'period', 'destination', 'constraints', 'budget', 'language']),
          question: words(300).describe('What to correct, as a question in the language of the campaign'),
        }),
      )
      .max(20),
  }),
);
export type BriefReading = z.infer<typeof briefReadingSchema>;

/** What a person may correct: whole parts, each replacing what was read. */
export const readingCorrectionSchema = whenUsed(() =>
  briefReadingSchema
    .unwrap()
    .pick({
      offer: true,
      goal: true,
      audience: true,
      period: true,
      moments: true,
      destination: true,
      constraints: true,
      proofs: true,
      details: true,
    })
    .partial(),
);
export type ReadingCorrection = z.infer<typeof readingCorrectionSchema>;
