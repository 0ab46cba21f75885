// The catalogue of phrases by language: data, kept as translations are. `phrases/*/*.json` says what the signs in a frame
// mean through fill-frame.ts; catalogue.test.ts holds every file against a schema and every frame against its slots.

import type { GoalKind } from '../../shared/contracts/brief-reading.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import type { Language } from '../../shared/contracts/language.ts';
import englishDocuments from './phrases/en/documents.json' with { type: 'json' };
import englishGeneral from './phrases/en/general.json' with { type: 'json' };
import englishGoals from './phrases/en/goals.json' with { type: 'json' };
import englishLabels from './phrases/en/labels.json' with { type: 'json' };
import englishNotice from './phrases/en/notice.json' with { type: 'json' };
import frenchDocuments from './phrases/fr/documents.json' with { type: 'json' };
import frenchGeneral from './phrases/fr/general.json' with { type: 'json' };
import frenchGoals from './phrases/fr/goals.json' with { type: 'json' };
import frenchLabels from './phrases/fr/labels.json' with { type: 'json' };
import frenchNotice from './phrases/fr/notice.json' with { type: 'json' };

/** What a sentence does in a text. */
export const roles = [
  'headline', 'cta', 'hook', 'present', 'pitch', 'fact', 'list', 'value', 'price', 'quantity', 'date', 'place', 'deadline', 'lastdays', 'hours', 'how', 'answer',
  'action', 'call', 'turn', 'contact', 'mention', 'request', 'article', 'caption', 'visual', 'shot', 'heading', 'title', 'opening', 'closing', 'concept', 'people', 'passage', 'spare',
  'study', 'strength', 'weakness', 'opportunity', 'threat', 'public', 'evidence', 'calendar', 'summary', 'message', 'risk', 'task', 'indicator',
  'finding', 'advice', 'page', 'alt', 'meta',
] as const; // biome-ignore format: a table
export type Role = (typeof roles)[number];

export type Frames = Partial<Record<Role, readonly string[]>>;

/** What a goal brings to working documents: the steps of its argument, its measure, what holds people back, who else they turn to. */
export interface GoalPlan {
  readonly steps: readonly { readonly title: string; readonly description: string }[];
  readonly metric: { readonly name: string; readonly measurement: string };
  readonly obstacles: readonly string[];
  readonly rivals: readonly Readonly<Record<'name' | 'positioning' | 'strength' | 'gap', string>>[];
  readonly cadence: string;
  readonly searches: readonly string[];
}
/** What a campaign is about: people shall do something that somebody wants of them, or must be told. */
export type Matter = GoalKind | 'notice';
interface Bank {
  readonly verb: string;
  readonly plan: GoalPlan;
  readonly phrases: Frames;
  /** In place of the general ones. */
  readonly documents?: Frames;
}
type Labels = Omit<typeof englishLabels, 'channelNames'> & { readonly channelNames: Partial<Record<Channel, string>> };
export interface Catalogue {
  readonly general: Frames;
  readonly goals: Record<Matter, Bank>;
  readonly documents: Frames;
  readonly labels: Labels;
}

export const catalogues: Record<Language, Catalogue> = {
  fr: {
    general: frenchGeneral,
    goals: { ...frenchGoals, notice: frenchNotice },
    documents: frenchDocuments,
    labels: frenchLabels,
  },
  en: {
    general: englishGeneral,
    goals: { ...englishGoals, notice: englishNotice },
    documents: englishDocuments,
    labels: englishLabels,
  },
};

/** Of the general frames, those that a notice may say too: what people asked for. */
const SAID_IN_NOTICES: readonly Role[] = ['mention', 'request'];

/** A goal's own frames of a role replace the general ones of the same role, but for arguments and facts, which they join. A notice has its own only. */
export function framesFor(role: Role, language: Language, matter: Matter): readonly string[] {
  const { general, goals } = catalogues[language];
  const [own = [], common = []] = [goals[matter].phrases[role], general[role]];
  if (matter === 'notice') return SAID_IN_NOTICES.includes(role) ? common : own;
  return own.length === 0 || role === 'passage' ? [...own, ...common] : own;
}

/** The frames of working documents, those of the matter before the general ones. */
export const documentFrames = (language: Language, matter: Matter): Frames => ({
  ...catalogues[language].documents,
  ...catalogues[language].goals[matter].documents,
});
