// What each text says, in which order: phrases/plans.json. A step is one role, or several ("pitch|fact") of which the least used is taken.
import type { Role } from './catalogue.ts';
import plans from './phrases/plans.json' with { type: 'json' };
import type { Voice } from './voice-of-brief.ts';
import type { Step } from './writer.ts';

/** Price, day, place: what people look for before they act. */
export const TERMS: readonly Role[] = ['price', 'date', 'deadline', 'quantity', 'place'];

/** Texts that people may read alone: of an event each says the day, the hour and the place, unless it has said them. */
const EVENT_TEXTS: readonly (keyof typeof plans)[] = ['posts', 'emails', 'channels'];

/** The steps of a text. What people asked to shorten keeps its opening and what to do; who wants it direct gets no flourish. */
export function planOf<Kind extends keyof typeof plans.notice>(
  kind: Kind,
  name: keyof (typeof plans)[Kind],
  { directives, goal, slots }: Voice,
): readonly Step[] {
  const steps = String(goal === 'notice' ? plans.notice[kind] : plans[kind][name])
    .split(' ')
    .map((step) => step.split('|') as Role[]);
  if (EVENT_TEXTS.includes(kind) && slots.date && goal !== 'notice' && !steps.flat().includes('lastdays'))
    steps.splice(-1, 0, ['date']);
  const direct = directives.direct ? steps.filter(([role]) => role !== 'hook' && role !== 'opening') : steps;
  const [first] = direct;
  return directives.shorter && first && direct.length > 2 ? [first, 'action'] : direct;
}
