// Writes one creative brief per scripted channel, each on its own idea, with lines short enough to be read on a picture.
import type { z } from 'zod';
import type { scriptwriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import { scriptedChannels } from '../../shared/agents/scriptwriter.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { askedLines, workingNotes } from './asked-lines.ts';
import type { Role } from './frames/goal-bank.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';
import { type Writer, writerFor } from './writer.ts';

type CreativeBrief = AgentOutput<'Scriptwriter'>['creativeBriefs'][number];

/** What can be read in two seconds. */
const CAPTION = 64;

export function composeScripts(
  _facts: z.infer<typeof scriptwriterFactsSchema>,
  voice: Voice,
): AgentOutput<'Scriptwriter'> {
  const writer = writerFor(voice, 'Scriptwriter');
  return { creativeBriefs: scriptedChannels(voice.channels).map((platform) => scriptFor(platform, voice, writer)) };
}

/** Goals whose thing can be filmed. */
const TANGIBLE: ReadonlySet<string> = new Set(['buy', 'subscribe', 'visit', 'install', 'know']);

const FORMATS: Record<Language, Record<'tall' | 'square' | 'wide' | 'still', string>> = {
  fr: { tall: 'Vidéo verticale 9:16, 15 secondes', square: 'Vidéo carrée 1:1, 20 secondes', wide: 'Vidéo horizontale 16:9, 20 secondes', still: 'Suite d’images fixes' },
  en: { tall: 'Vertical video 9:16, 15 seconds', square: 'Square video 1:1, 20 seconds', wide: 'Horizontal video 16:9, 20 seconds', still: 'Sequence of still images' },
}; // biome-ignore format: a table

function frameOf(platform: Channel): keyof (typeof FORMATS)['fr'] {
  if (platform === 'tiktok' || platform === 'instagram') return 'tall';
  if (platform === 'youtube') return 'wide';
  return platform === 'linkedin' || platform === 'facebook' ? 'square' : 'still';
}

function scriptFor(platform: Channel, voice: Voice, writer: Writer): CreativeBrief {
  const frame = frameOf(platform);
  const name = upperFirst(voice.slots.core ?? voice.brand);
  const spoken = (...roles: Role[]) =>
    writer.say(roles, { limit: CAPTION }) ??
    writer.say('caption', { limit: CAPTION }) ??
    writer.say(roles) ??
    `${name}.`;
  const cta = writer.say('cta', { limit: CAPTION }) ?? writer.say('cta', { limit: 150 }) ?? name;
  const hook = spoken('hook');
  const asked = askedLines(voice, writer);
  const lines = [
    hook,
    ...asked.slice(0, 1),
    spoken('fact', 'value'),
    spoken('price', 'date', 'deadline', 'place', 'present'),
    `${cta.replace(/[.!]$/u, '')}.`,
  ];
  const kept = voice.directives.shorter
    ? [...lines.slice(0, 1 + Math.min(asked.length, 1)), ...lines.slice(-2)]
    : lines;
  const seconds = (frame === 'tall' ? 15 : 20) / kept.length;
  return {
    platform,
    format: FORMATS[voice.language][frame],
    concept: fitText([writer.say('concept') ?? `${name}.`, ...workingNotes(voice)].join(' '), 600),
    hook,
    scenes: kept.map((voiceOver, index) => ({
      order: index + 1,
      visual: writer.say(TANGIBLE.has(voice.goal) ? ['shot', 'visual'] : 'visual') ?? `${name}.`,
      voiceOver: fitText(voiceOver, 600),
      seconds,
    })),
    cta: fitText(cta, 150),
  };
}
