// Writes one creative brief per scripted channel, each on its own angle.
import type { z } from 'zod';
import type { scriptwriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import { scriptedChannels } from '../../shared/agents/scriptwriter.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { callsToAction } from './calls-to-action.ts';
import { publicLines, workingNotes } from './feedback-lines.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type CreativeBrief = AgentOutput<'Scriptwriter'>['creativeBriefs'][number];
type Facts = z.infer<typeof scriptwriterFactsSchema>;

export function composeScripts({ strategyReport }: Facts, voice: Voice): AgentOutput<'Scriptwriter'> {
  const ctas = callsToAction(voice);
  const creativeBriefs = scriptedChannels(voice.channels).map((platform, index) => {
    const message = strategyReport.keyMessages[index % 3] ?? '';
    return scriptFor(platform, index, message, ctas[index % ctas.length] ?? ctas[0], voice);
  });
  return { creativeBriefs };
}

const FORMATS: Record<Language, { tall: string; square: string; wide: string; still: string }> = {
  fr: {
    tall: 'Vidéo verticale 9:16, 15 secondes',
    square: 'Vidéo carrée 1:1, 20 secondes',
    wide: 'Vidéo horizontale 16:9, 20 secondes',
    still: 'Suite d’images fixes',
  },
  en: {
    tall: 'Vertical video 9:16, 15 seconds',
    square: 'Square video 1:1, 20 seconds',
    wide: 'Horizontal video 16:9, 20 seconds',
    still: 'Sequence of still images',
  },
};

function formatOf(platform: Channel, language: Language): string {
  const formats = FORMATS[language];
  if (platform === 'tiktok' || platform === 'instagram') return formats.tall;
  if (platform === 'youtube') return formats.wide;
  if (platform === 'linkedin' || platform === 'facebook') return formats.square;
  return formats.still;
}

const totalSeconds = (platform: Channel): number => (platform === 'tiktok' || platform === 'instagram' ? 15 : 20);

function scriptFor(platform: Channel, index: number, message: string, cta: string, voice: Voice): CreativeBrief {
  const { bank, language, brand } = voice;
  const thing = voice.topic ?? voice.label;
  const notes = workingNotes(voice).join(' ');
  const scene = (offset: number) => upperFirst(bank.scenes[(index + offset) % bank.scenes.length] ?? bank.scenes[0]);
  const proof = upperFirst(bank.proofs[index % bank.proofs.length] ?? bank.proofs[0]);
  const isFrench = language === 'fr';
  const concepts = isFrench
    ? [
        `Une seule idée : ${proof.toLowerCase()}. On montre, on ne commente pas.`,
        `Un moment vrai, filmé de près, qui fait comprendre ce que défend ${brand}.`,
        `Une question posée d’emblée, une réponse en images.`,
      ]
    : [
        `A single idea: ${proof.toLowerCase()}. We show it and let it speak.`,
        `A true moment, filmed close up, that explains what ${brand} stands for.`,
        'A question asked at once, an answer in pictures.',
      ];
  const concept = concepts[index % concepts.length] ?? '';
  const hook =
    index % 3 === 1
      ? `${proof}${isFrench ? ' : [[regardez|regarde]] de plus près.' : ': look closer.'}`
      : (bank.questions[index % 2] ?? bank.questions[0]);
  const middle =
    publicLines(voice)[0] ?? (isFrench ? `${proof} : voilà ce qui compte.` : `${proof}: that is what counts.`);
  const scenes = [
    { visual: `${scene(0)}.`, voiceOver: hook },
    { visual: `${scene(1)}.`, voiceOver: middle },
    { visual: `${scene(2)}.`, voiceOver: message },
    {
      visual: isFrench
        ? `Plan final sobre : ${thing}, sur un fond uni.`
        : `A quiet end frame: ${thing} on a plain ground.`,
      voiceOver: `${cta}.`,
    },
  ];
  const kept = voice.directives.shorter
    ? [scenes[0], scenes[2], scenes[3]].filter((entry) => entry !== undefined)
    : scenes;
  return {
    platform,
    format: formatOf(platform, language),
    concept: fitText([concept, notes].filter(Boolean).join(' '), 600),
    hook,
    scenes: kept.map((entry, position) => ({
      order: position + 1,
      visual: entry.visual,
      voiceOver: fitText(entry.voiceOver, 600),
      seconds: totalSeconds(platform) / kept.length,
    })),
    cta,
  };
}
