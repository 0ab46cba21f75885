// Writes one creative brief per scripted channel, each on its own idea, with lines short enough to be read on a picture.
import type { z } from 'zod';
import type { scriptwriterFactsSchema } from '../../shared/agents/facts.ts';
import { scriptedChannels } from '../../shared/agents/scriptwriter.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { askedLines, editedLine, workingNotes } from './asked-lines.ts';
import { type Catalogue, catalogues, type Matter } from './catalogue.ts';
import { upperFirst } from './plain-text.ts';
import { planOf } from './text-plans.ts';
import type { Voice } from './voice-of-brief.ts';
import { type Step, type Writer, writerFor } from './writer.ts';

type Script = AgentOutput<'Scriptwriter'>['creativeBriefs'][number];
/** As the agent asks for it: scenes are numbered by code. */
type CreativeBrief = Omit<Script, 'scenes'> & { readonly scenes: readonly Omit<Script['scenes'][number], 'order'>[] };
type Frame = keyof Catalogue['labels']['formats'];

/** What can be read in two seconds. */
const CAPTION = 64;
/** Goals whose thing can be filmed. */
const TANGIBLE: ReadonlySet<Matter> = new Set(['buy', 'subscribe', 'visit', 'install', 'know']);
const FRAMES: Partial<Record<Channel, Frame>> = {
  tiktok: 'tall', instagram: 'tall', youtube: 'wide', linkedin: 'square', facebook: 'square',
}; // biome-ignore format: a table

export function composeScripts(_facts: z.infer<typeof scriptwriterFactsSchema>, voice: Voice) {
  const writer = writerFor(voice, 'Scriptwriter');
  return {
    creativeBriefs: scriptedChannels(voice.channels).map((platform, turn) => scriptFor(platform, turn, voice, writer)),
  };
}

function scriptFor(platform: Channel, turn: number, voice: Voice, writer: Writer): CreativeBrief {
  const frame = FRAMES[platform] ?? 'still';
  const name = `${upperFirst(voice.slots.core ?? voice.brand)}.`;
  const short = (roles: Step) => writer.say(roles, { limit: CAPTION });
  const spoken = (roles: Step) => short(roles) ?? short('caption') ?? writer.say(roles) ?? name;
  const cta = short('cta') ?? writer.say('cta', { limit: 150 }) ?? name;
  const hook = spoken('hook');
  const asked = [...askedLines(voice, writer).slice(0, 1), ...editedLine(voice, turn)];
  const plan = (name: 'reasons' | 'terms') => planOf('scripts', name, voice).map(spoken);
  const reasons = voice.directives.shorter ? [] : plan('reasons');
  const lines = [hook, ...asked, ...reasons, ...plan('terms'), `${cta.replace(/[.!]$/u, '')}.`];
  return {
    platform,
    format: catalogues[voice.language].labels.formats[frame],
    concept: fitText([writer.say('concept') ?? name, ...workingNotes(voice, writer.random)].join(' '), 600),
    hook,
    scenes: lines.map((voiceOver) => ({
      visual: writer.say(TANGIBLE.has(voice.goal) ? ['shot', 'visual'] : 'visual') ?? name,
      voiceOver: fitText(voiceOver, 600),
      seconds: (frame === 'tall' ? 15 : 20) / lines.length,
    })),
    cta: fitText(cta, 150),
  };
}
