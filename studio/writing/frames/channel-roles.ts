// What each channel is good for in a campaign, in both languages, and how its money is weighed.
import type { Language } from '../../../shared/contracts/brief.ts';
import { type Channel, channelLabels } from '../../../shared/contracts/channels.ts';

/** Relative weight in a budget before it is shared out: paid reach costs more than owned channels. */
const WEIGHTS: Record<Channel, number> = {
  linkedin: 5, instagram: 5, facebook: 4, x: 2, tiktok: 4, youtube: 5, pinterest: 2, threads: 1, bluesky: 1, email: 2, blog: 3, search: 5,
}; // biome-ignore format: a table

// biome-ignore format: one sentence a line
export const channelRoles: Record<Language, Record<Channel, string>> = {
  fr: {
    linkedin: 'Prendre la parole au nom de {name} sur {def}, avec des faits signés.', instagram: '(Montrer|Faire voir) {def} de près, en image et en vidéo courte.', facebook: '(Rappeler|Annoncer) les dates et répondre aux questions sur {def}.', x: 'Dire en une phrase ce qui change pour {def}, au bon moment.',
    tiktok: 'Faire découvrir {core} en quinze secondes, sans mise en scène.', youtube: 'Expliquer {def} par un film que l’on retrouve plus tard.', pinterest: 'Être là quand on prépare un projet autour de {barecore}.', threads: 'Ouvrir la conversation sur {def}, simplement.', bluesky: 'Dialoguer au sujet de {barecore} avec un public curieux.',
    email: 'Inviter à {goalverb} les personnes qui ont déjà dit oui à {name}.', blog: 'Répondre en profondeur aux questions sur {def}.', search: 'Être trouvé au moment où l’on cherche {core}.',
  },
  en: {
    linkedin: 'Speak for {name} about {def}, with facts and a signature.', instagram: 'Show {def} up close, in pictures and short films.', facebook: 'Announce the dates and answer questions about {def}.', x: 'Say in one line what is new about {def}, at the right moment.',
    tiktok: 'Introduce {core} in fifteen seconds, unstaged.', youtube: 'Explain {def} in a film that can be found later.', pinterest: 'Be there while people plan something around {barecore}.', threads: 'Open a simple conversation about {def}.', bluesky: 'Talk about {barecore} with a curious public.',
    email: 'Invite the people who already said yes to {name} to {goalverb}.', blog: 'Answer questions about {def} in depth.', search: 'Be found when people look for {core}.',
  },
};

const LABELS: Record<Language, Partial<Record<Channel, string>>> = {
  fr: { email: 'l’e-mail', blog: 'le blog', search: 'la recherche payante' },
  en: { email: 'email', blog: 'the blog', search: 'paid search' },
};

/** The channel's name inside a sentence. */
export const channelName = (channel: Channel, language: Language): string =>
  LABELS[language][channel] ?? channelLabels[channel];

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
