// The catalogue of phrases by language: data, kept as translations are. `phrases/*/*.json` says what the signs in a frame
// mean through fill-frame.ts; catalogue.test.ts holds every file against these schemas and every frame against its slots.
import * as z from 'zod';
import type { Language } from '../../shared/contracts/brief.ts';
import { type GoalKind, goalKindSchema } from '../../shared/contracts/brief-reading.ts';
import { channelSchema } from '../../shared/contracts/channels.ts';
import englishDocuments from './phrases/en/documents.json' with { type: 'json' };
import englishGeneral from './phrases/en/general.json' with { type: 'json' };
import englishGoals from './phrases/en/goals.json' with { type: 'json' };
import englishLabels from './phrases/en/labels.json' with { type: 'json' };
import frenchDocuments from './phrases/fr/documents.json' with { type: 'json' };
import frenchGeneral from './phrases/fr/general.json' with { type: 'json' };
import frenchGoals from './phrases/fr/goals.json' with { type: 'json' };
import frenchLabels from './phrases/fr/labels.json' with { type: 'json' };

/** What a sentence does in a text. */
export const roles = [
  'headline', 'cta', 'hook', 'present', 'pitch', 'fact', 'list', 'value', 'price', 'quantity', 'date', 'place', 'deadline', 'lastdays', 'hours', 'how', 'answer',
  'action', 'call', 'turn', 'contact', 'mention', 'request', 'article', 'caption', 'visual', 'shot', 'heading', 'title', 'opening', 'closing', 'concept', 'people', 'passage', 'spare',
  'study', 'strength', 'weakness', 'opportunity', 'threat', 'public', 'evidence', 'calendar', 'summary', 'message', 'risk', 'task', 'indicator',
  'finding', 'advice', 'page', 'alt', 'meta',
] as const; // biome-ignore format: a table
export type Role = (typeof roles)[number];

const line = z.string().min(1);
const lines = z.array(line).min(1);
const framesSchema = z.partialRecord(z.enum(roles), lines);
export type Frames = z.infer<typeof framesSchema>;

/** What a goal brings to working documents: the steps of its argument, its measure, what holds people back, who else they turn to. */
const planSchema = z.strictObject({
  steps: z.array(z.strictObject({ title: line, description: line })).length(3),
  metric: z.strictObject({ name: line, measurement: line }),
  obstacles: z.array(line).length(3),
  rivals: z.array(z.strictObject({ name: line, positioning: line, strength: line, gap: line })).length(3),
  cadence: line,
  searches: lines,
});
export type GoalPlan = z.infer<typeof planSchema>;
const goalSchema = z.strictObject({ verb: line, plan: planSchema, phrases: framesSchema });

const record = <Name extends string>(...names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, line])) as Record<Name, typeof line>);
const labelsSchema = z.strictObject({
  fallback: record('brand', 'sector', 'people', 'objective', 'tone', 'proofs', 'work', 'team'),
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
  budget: record('money', 'effort'),
  notes: record('mention', 'request', 'foreign'),
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

export const catalogueSchema = z.strictObject({
  general: framesSchema,
  goals: z.record(goalKindSchema, goalSchema),
  documents: framesSchema,
  labels: labelsSchema,
});
export type Catalogue = z.infer<typeof catalogueSchema>;

export const catalogues: Record<Language, Catalogue> = {
  fr: { general: frenchGeneral, goals: frenchGoals, documents: frenchDocuments, labels: frenchLabels },
  en: { general: englishGeneral, goals: englishGoals, documents: englishDocuments, labels: englishLabels },
};

/** A goal's own frames of a role replace the general ones of the same role, but for arguments and facts, which they join. */
export function framesFor(role: Role, language: Language, goal: GoalKind): readonly string[] {
  const { general, goals } = catalogues[language];
  const [own = [], common = []] = [goals[goal].phrases[role], general[role]];
  return own.length === 0 || role === 'passage' ? [...own, ...common] : own;
}
