// Writes the campaign's headlines, calls to action and one text per channel, within what each network allows.
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { type Channel, isSocialNetwork } from '../contracts/channels.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import type { ChannelCopy } from './facts.ts';
import { fitPost } from './fit-text.ts';
import { requireInputs } from './input-missing.ts';
import { textAgent } from './text-agent.ts';

/** Most characters of a body where no network sets a limit: that of the contract. */
const LONGEST_BODY = 2200;

/** Characters that body and hashtags may take together on a channel. */
export function copyLimit(channel: Channel): number {
  return isSocialNetwork(channel) ? Math.min(postRules[channel].most, LONGEST_BODY) : LONGEST_BODY;
}

/** The copy within the limit of its channel less `reserve`, counted as the channel counts. */
export const fitCopy = (channel: Channel, body: string, hashtags: readonly string[], reserve = 0) =>
  fitPost(body, hashtags, copyLimit(channel) - reserve, (text) =>
    Math.max(
      text.length > LONGEST_BODY ? text.length : 0,
      isSocialNetwork(channel) ? postLength(channel, text) : text.length,
    ),
  );

const limitsInWords = (channels: readonly Channel[]): string =>
  channels.map((channel) => `${channel} ${copyLimit(channel)}`).join(', ');

export const copywriter = textAgent({
  id: 'Copywriter',
  gather: ({ values }) => {
    const { briefContext, strategyReport } = requireInputs('Copywriter', values, ['briefContext', 'strategyReport']);
    return { briefContext, strategyReport };
  },
  role: {
    fr: 'Tu es concepteur-rédacteur publicitaire. Une accroche, une idée, des mots simples.',
    en: 'You are an advertising copywriter. One headline, one idea, plain words.',
  },
  task: ({ briefContext }, language) => {
    const channels = briefContext.brandIdentity.priorityChannels;
    return language === 'fr'
      ? `Écris les textes de la campagne.
- headlines : exactement 3 accroches d’angles différents, 60 caractères au plus si possible.
- ctaList : exactement 3 appels à l’action de 2 à 5 mots, verbe en tête.
- copyByChannel : un texte par canal prioritaire (${channels.join(', ')}), adapté à ses usages, avec titre, corps, appel à l’action et 10 mots-dièse au plus (# suivi de lettres et de chiffres ; aucun pour e-mail, blog et recherche).
- Longueur maximale du corps et des mots-dièse réunis, en caractères : ${limitsInWords(channels)}.`
      : `Write the texts of the campaign.
- headlines: exactly 3 headlines from different angles, 60 characters at most where possible.
- ctaList: exactly 3 calls to action of 2 to 5 words that begin with a verb.
- copyByChannel: one text per priority channel (${channels.join(', ')}), suited to how it is used, with headline, body, call to action and 10 hashtags at most (# then letters and digits; none for email, blog and search).
- Longest body and hashtags together, in characters: ${limitsInWords(channels)}.`;
  },
  draftSchema: () => agentOutputSchemas.Copywriter,
  finish: (draft) => ({ ...draft, copyByChannel: draft.copyByChannel.map(withinLimit) }),
  maximumOutputTokens: 5000,
});

function withinLimit(copy: ChannelCopy): ChannelCopy {
  const { text, hashtags } = fitCopy(copy.channel, copy.body, copy.hashtags);
  return { ...copy, body: text, hashtags: [...hashtags] };
}
