// Writes one creative brief for each channel that shows moving or still pictures.
import * as z from 'zod';
import { creativeBriefSchema } from '../contracts/agent-outputs.ts';
import type { Channel } from '../contracts/channels.ts';
import { requireInputs } from './input-missing.ts';
import { textAgent } from './text-agent.ts';

/** Channels whose posts live from a script, those where video leads first. */
const SCRIPTED: readonly Channel[] = [
  'tiktok',
  'instagram',
  'youtube',
  'facebook',
  'linkedin',
  'threads',
  'x',
  'pinterest',
  'bluesky',
];
const MOST_BRIEFS = 6;

/** Channels to script, video-led ones first and six at most; a campaign without any is scripted for its first channel. */
export function scriptedChannels(priorityChannels: readonly Channel[]): readonly Channel[] {
  const scripted = SCRIPTED.filter((channel) => priorityChannels.includes(channel)).slice(0, MOST_BRIEFS);
  return scripted.length > 0 ? scripted : priorityChannels.slice(0, 1);
}

const { scenes } = creativeBriefSchema.shape;
/** Scenes are numbered by code. One script for each platform: no other, none twice. */
const draftSchema = (platforms: readonly Channel[]) =>
  z.strictObject({
    creativeBriefs: z
      .array(
        creativeBriefSchema.extend({
          platform: z.enum(platforms),
          scenes: z
            .array(scenes.element.omit({ order: true }))
            .min(2)
            .max(8),
        }),
      )
      .min(1)
      .max(MOST_BRIEFS)
      .refine(
        (scripts) => platforms.every((wanted) => scripts.filter((script) => script.platform === wanted).length === 1),
        `there must be exactly one script for each of: ${platforms.join(', ')}`,
      ),
  });

export const scriptwriter = textAgent({
  id: 'Scriptwriter',
  gather: ({ values }) => {
    const { briefContext, strategyReport } = requireInputs('Scriptwriter', values, ['briefContext', 'strategyReport']);
    return { briefContext, strategyReport };
  },
  role: {
    fr: 'Tu es concepteur-rédacteur vidéo. Tu racontes une idée par script, avec des images que l’on peut vraiment tourner.',
    en: 'You are a video scriptwriter. You tell one idea per script, with pictures that can really be shot.',
  },
  task: ({ briefContext }, language) => {
    const platforms = scriptedChannels(briefContext.brandIdentity.priorityChannels).join(', ');
    return language === 'fr'
      ? `Écris un brief créatif par plateforme, dans cet ordre : ${platforms}.
- format : durée et cadre adaptés à la plateforme. concept : l’idée en une ou deux phrases. hook : ce qui retient dans les deux premières secondes.
- scenes : de 2 à 8, dans l’ordre, chacune avec ce que l’on voit, la voix off et une durée en secondes (60 au plus).
- cta : un appel à l’action court. Appuie-toi sur un message clé de la stratégie par script.`
      : `Write one creative brief per platform, in this order: ${platforms}.
- format: length and frame suited to the platform. concept: the idea in one or two sentences. hook: what holds the viewer in the first two seconds.
- scenes: 2 to 8 in order, each with what is seen, the voice-over and a duration in seconds (60 at most).
- cta: a short call to action. Rest each script on one key message of the strategy.`;
  },
  draftSchema: ({ briefContext }) => draftSchema(scriptedChannels(briefContext.brandIdentity.priorityChannels)),
  finish: ({ creativeBriefs }) => ({
    creativeBriefs: creativeBriefs.map(({ scenes, ...script }) => ({
      ...script,
      scenes: scenes.map((scene, index) => ({ order: index + 1, ...scene })),
    })),
  }),
  maximumOutputTokens: 5000,
});
