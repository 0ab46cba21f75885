// What each channel is good for and how its money is weighed, in both languages.
import type { Language } from '../../shared/contracts/brief.ts';
import { type Channel, channelLabels } from '../../shared/contracts/channels.ts';

/** Relative weight in a budget before it is shared out: paid reach costs more than owned channels. */
const WEIGHTS: Record<Channel, number> = {
  linkedin: 5, instagram: 5, facebook: 4, x: 2, tiktok: 4, youtube: 5, pinterest: 2, threads: 1, bluesky: 1, email: 2, blog: 3, search: 5,
}; // biome-ignore format: a table

const ROLES: Record<Language, Record<Channel, string>> = {
  fr: {
    linkedin: 'Asseoir la crédibilité et toucher les décideurs par des prises de parole signées.',
    instagram: 'Donner envie par l’image et les coulisses, en photo comme en vidéo courte.',
    facebook: 'Animer la communauté locale et relayer les rendez-vous.',
    x: 'Réagir vite et porter un message court au bon moment.',
    tiktok: 'Faire découvrir la marque par des vidéos brèves, sans mise en scène.',
    youtube: 'Expliquer et démontrer, avec des vidéos que l’on retrouve longtemps après.',
    pinterest: 'Inspirer en amont, quand les personnes préparent un projet.',
    threads: 'Engager des conversations simples et régulières.',
    bluesky: 'Dialoguer avec un public curieux, sur un ton direct.',
    email: 'Transformer l’intérêt en action auprès de celles et ceux qui se sont inscrits.',
    blog: 'Répondre en profondeur aux questions et nourrir le référencement.',
    search: 'Capter la demande au moment où elle s’exprime.',
  },
  en: {
    linkedin: 'Build credibility and reach decision makers through signed points of view.',
    instagram: 'Create desire through pictures and behind-the-scenes moments, still and short video.',
    facebook: 'Animate the community and relay key dates.',
    x: 'React fast and carry a short message at the right moment.',
    tiktok: 'Let people discover the brand through brief, unstaged videos.',
    youtube: 'Explain and demonstrate with videos that are found long afterwards.',
    pinterest: 'Inspire early, while people are preparing a project.',
    threads: 'Start simple, regular conversations.',
    bluesky: 'Talk with a curious public in a direct tone.',
    email: 'Turn interest into action among people who signed up.',
    blog: 'Answer questions in depth and feed search.',
    search: 'Meet demand at the moment it is expressed.',
  },
};

const FRENCH_LABELS: Partial<Record<Channel, string>> = { email: 'e-mail', blog: 'blog', search: 'recherche' };
const ENGLISH_LABELS: Partial<Record<Channel, string>> = { email: 'email', blog: 'blog', search: 'search' };

/** The channel's name inside a sentence. */
export const channelName = (channel: Channel, language: Language): string =>
  (language === 'fr' ? FRENCH_LABELS : ENGLISH_LABELS)[channel] ?? channelLabels[channel];

export const channelRole = (channel: Channel, language: Language): string => ROLES[language][channel];

/** Whole percentages that add up to exactly 100; the channels named first gain a little, as the brief ranks them. */
export function shareBudget(channels: readonly Channel[]): { channel: Channel; budgetPercent: number }[] {
  const weights = channels.map((channel, rank) => WEIGHTS[channel] * (1 + 0.5 / (rank + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = channels.map((channel, index) => ({
    channel,
    budgetPercent: Math.floor((100 * (weights[index] ?? 0)) / total),
  }));
  const missing = 100 - shares.reduce((sum, { budgetPercent }) => sum + budgetPercent, 0);
  return shares.map((share, index) => ({ ...share, budgetPercent: share.budgetPercent + (index < missing ? 1 : 0) }));
}
