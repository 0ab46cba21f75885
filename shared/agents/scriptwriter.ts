// Writes one creative brief for each channel that shows moving or still pictures.
import * as z from 'zod';
import { creativeBriefSchema } from '../contracts/agent-outputs.ts';
import type { Channel } from '../contracts/channels.ts';
import { requireInputs } from './input-missing.ts';
import { actionLine } from './prompts/goal-actions.ts';
import { prompt as en } from './prompts/scriptwriter.en.ts';
import { prompt as fr } from './prompts/scriptwriter.fr.ts';
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
  prompts: { fr, en },
  words: ({ briefContext: { reading, brandIdentity } }, language) => ({
    platforms: scriptedChannels(brandIdentity.priorityChannels).join(', '),
    action: actionLine(reading.goal.kind, language),
  }),
  draftSchema: ({ briefContext }) => draftSchema(scriptedChannels(briefContext.brandIdentity.priorityChannels)),
  finish: ({ creativeBriefs }) => ({
    creativeBriefs: creativeBriefs.map(({ scenes, ...script }) => ({
      ...script,
      scenes: scenes.map((scene, index) => ({ order: index + 1, ...scene })),
    })),
  }),
  maximumOutputTokens: 5000,
});
