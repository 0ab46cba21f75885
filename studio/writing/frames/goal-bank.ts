// What a goal brings to a campaign: its titles, its arguments in their order, its objections, its measure. The brief fills it.

/** What a sentence does in a text. */
export const roles = [
  'headline', 'cta', 'hook', 'present', 'pitch', 'fact', 'value', 'price', 'quantity', 'date', 'place', 'deadline', 'hours', 'how', 'answer', 'action',
  'contact', 'mention', 'request', 'article', 'caption', 'visual', 'shot', 'heading', 'title', 'opening', 'closing', 'concept', 'people', 'passage',
  'study', 'strength', 'weakness', 'opportunity', 'threat', 'public', 'evidence', 'calendar', 'summary', 'message', 'risk', 'task', 'indicator',
  'finding', 'advice', 'page', 'alt', 'meta',
] as const; // biome-ignore format: a table
export type Role = (typeof roles)[number];
export type Frames = Partial<Record<Role, readonly string[]>>;

export interface GoalPlan {
  /** The three steps of the argument: a title and what it says. */
  readonly steps: readonly [Step, Step, Step];
  /** The measure of success and how it is read. */
  readonly metric: readonly [name: string, measurement: string];
  /** What holds people back, as noun phrases. */
  readonly obstacles: readonly [string, string, string];
  /** Kinds of competitor: name, positioning, strength, gap. */
  readonly rivals: readonly (readonly [name: string, positioning: string, strength: string, gap: string])[];
  /** The cadence before the deadline. */
  readonly cadence: string;
  /** A search people make: phrases around the thing. */
  readonly searches: readonly string[];
}
type Step = readonly [title: string, description: string];

export interface GoalBank extends Frames {
  readonly plan: GoalPlan;
  /** Roles whose general sentences do not suit this goal. */
  readonly alone?: readonly Role[];
}
