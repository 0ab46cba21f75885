// What each text says, in which order. A step is a role, or several of which the least used is taken.
import type { PostTheme } from '../../shared/agents/facts.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import type { Email } from '../../shared/contracts/email-and-search.ts';
import type { Role } from './catalogue.ts';
import type { Voice } from './voice.ts';
import type { Step } from './writer.ts';

/** Price, day, place: what people look for before they act. */
export const TERMS: readonly Role[] = ['price', 'date', 'deadline', 'quantity', 'place'];
const REASON: Step = ['pitch', 'fact', 'value'];

export const channelPlans: Record<Channel, readonly Step[]> = {
  linkedin: ['hook', 'present', 'list', TERMS, 'action'],
  instagram: ['hook', REASON, TERMS, 'action'],
  facebook: ['present', 'pitch', TERMS, 'answer', 'action'],
  x: [['hook', 'present'], 'action'],
  tiktok: ['hook', REASON, 'action'],
  youtube: ['present', 'list', TERMS, 'action', 'contact'],
  pinterest: ['present', REASON, 'action'],
  threads: ['hook', REASON, 'action'],
  bluesky: ['hook', 'action'],
  email: ['hook', 'present', 'list', TERMS, 'answer', 'action'],
  blog: ['opening', 'present', 'pitch', 'how', 'action'],
  search: [['pitch', 'fact', ...TERMS], 'action'],
};

export const emailPlans: Record<Email['purpose'], { readonly subject: Step; readonly body: readonly Step[] }> = {
  announcement: { subject: 'headline', body: ['hook', 'present', 'list', TERMS, 'action'] },
  proof: { subject: ['hook', 'headline'], body: ['pitch', 'answer', 'how', 'action'] },
  reminder: { subject: ['deadline', 'headline'], body: ['present', TERMS, 'answer', 'action'] },
  'last-call': { subject: ['lastdays', 'headline'], body: ['lastdays', ['pitch', 'present'], 'action'] },
};

export const postPlans: Record<PostTheme | 'last-days', readonly Step[]> = {
  announcement: ['present', REASON, 'action'],
  benefit: ['hook', REASON, 'action'],
  'behind-the-scenes': [['value', 'hook'], ['fact', 'present'], 'action'],
  advice: ['how', 'action'],
  article: ['article', ['hook', 'opening'], 'action'],
  question: ['answer', 'action'],
  proof: ['pitch', ['price', 'quantity', 'fact'], 'action'],
  invitation: ['hook', TERMS, 'action'],
  'last-days': ['lastdays', REASON, 'action'],
};

/** What people asked to shorten keeps its opening and what to do; who wants it direct gets no opening flourish. */
export function planFor(plan: readonly Step[], { directives }: Voice): readonly Step[] {
  const direct = directives.direct ? plan.filter((step) => step !== 'hook' && step !== 'opening') : plan;
  return directives.shorter && direct.length > 2 ? [direct[0] ?? 'present', 'action'] : direct;
}
