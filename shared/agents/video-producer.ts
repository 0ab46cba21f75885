// Has two short videos made from the chosen visual, one narrative and one dynamic. While one is still being made,
// the run ends as pending and is asked again later; finished ones are not paid twice, the tools see to that.
import type { AgentOutput, Variant } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/brief.ts';
import type { Channel } from '../contracts/channels.ts';
import { distinctRatios } from '../domain/media-formats.ts';
import type { VideoRequest } from '../models/model.ts';
import type { Agent, AgentInput, AgentTools, StillRunning } from './agent.ts';
import { type VideoFacts, videoFactsSchema } from './facts.ts';
import { fitText } from './fit-text.ts';
import { requireInputs } from './input-missing.ts';
import { asData, dataRule, feedbackAsData, instructionsAsData } from './prompt-data.ts';
import { higherScored, scoreVariant } from './score-variants.ts';

type Style = VideoRequest['style'];
type Video = AgentOutput<'video-producer'>['videos'][number];

const DURATION_SECONDS = 6;
const LONGEST_PROMPT = 4000;
/** What can be read in two seconds. */
const LONGEST_CAPTION = 64;
const MOST_CAPTIONS = 3;
const VIDEO_FIRST: readonly Channel[] = ['tiktok', 'instagram', 'youtube', 'facebook', 'linkedin'];

export const videoProducer: Agent<'video-producer'> = {
  id: 'video-producer',
  async run(input, tools) {
    const { validatedVisual } = requireInputs('video-producer', input.values, ['validatedVisual']);
    const facts = videoFacts(input);
    const visual = await tools.readAsset(validatedVisual.assetId);
    const [narrative, dynamic] = await Promise.all([
      makeVideo('A', 'narrative', facts, visual, input, tools),
      makeVideo('B', 'dynamic', facts, visual, input, tools),
    ]);
    if ('askAgainSeconds' in narrative) return { status: 'pending', ...narrative };
    if ('askAgainSeconds' in dynamic) return { status: 'pending', ...dynamic };
    const output = { videos: [narrative, dynamic], validatedVideo: higherScored(narrative, dynamic) };
    return { status: 'done', output };
  },
};

function videoFacts({ values }: AgentInput): VideoFacts {
  const { briefContext, creativeBriefs } = requireInputs('video-producer', values, [
    'briefContext',
    'validatedVisual',
    'creativeBriefs',
  ]);
  const { companyInfo, brandIdentity } = briefContext;
  const script =
    VIDEO_FIRST.flatMap((channel) => creativeBriefs.find(({ platform }) => platform === channel) ?? [])[0] ??
    creativeBriefs[0];
  const captions = [
    script?.hook,
    ...(script?.scenes ?? []).map(({ voiceOver }) => voiceOver),
    script?.cta,
    companyInfo.name,
  ]
    .filter((line) => line !== undefined)
    .map((line) => firstSentence(line));
  return videoFactsSchema.parse({
    brandName: companyInfo.name,
    headline: values.headlines?.[0] ?? fitText(script?.hook ?? briefContext.campaignName, 160),
    supportingLine: fitText(script?.concept ?? briefContext.campaignName, 110),
    callToAction: script?.cta ?? companyInfo.name,
    sector: companyInfo.sector,
    tone: brandIdentity.tone,
    channels: brandIdentity.priorityChannels,
    scenes: [...new Set(captions)].slice(0, MOST_CAPTIONS).map((caption) => ({ caption })),
  });
}

/** Up to its first full stop, question or exclamation mark, shortened to what a caption can hold. */
function firstSentence(text: string): string {
  return fitText(text.match(/^.*?[.!?…](?=\s|$)/u)?.[0] ?? text, LONGEST_CAPTION);
}

async function makeVideo(
  variant: Variant,
  style: Style,
  facts: VideoFacts,
  visual: Uint8Array,
  input: AgentInput,
  tools: AgentTools,
): Promise<Video | StillRunning> {
  const prompt = videoPrompt(style, facts, input);
  const stored = await tools.video({
    task: { agent: 'video-producer', language: input.language, facts, feedback: input.feedback },
    variant,
    style,
    prompt,
    visual,
    widthPixels: 640,
    heightPixels: 360,
    ...(input.values.briefContext?.silentFilms ? { silent: true } : {}),
    durationSeconds: DURATION_SECONDS,
  });
  if ('askAgainSeconds' in stored) return stored;
  const message = facts.scenes[0]?.caption ?? facts.headline;
  const score = scoreVariant({ style, channels: facts.channels, tone: facts.tone, message });
  const durationSeconds = stored.media.durationSeconds ?? DURATION_SECONDS;
  const ratios = distinctRatios(['16:9', ...stored.ratios]);
  return { variant, style, assetId: stored.assetId, ratios, prompt, durationSeconds, score };
}

function videoPrompt(style: Style, facts: VideoFacts, input: AgentInput): string {
  const { language } = input;
  const newestWishes = input.feedback.slice(-2).map((request) => fitText(request, 500));
  const parts = [
    directions[language][style],
    dataRule[language],
    asData('brand', facts, language),
    instructionsAsData(input.instructions, language),
    feedbackAsData(newestWishes, language),
  ];
  return fitText(parts.filter(Boolean).join('\n\n'), LONGEST_PROMPT);
}

const directions: Record<Language, Record<Style, string>> = {
  fr: {
    narrative:
      'À partir de l’image fournie, réalise une vidéo de 6 secondes qui raconte : plan lent, un seul mouvement de caméra, lumière qui évolue doucement, fin posée. Chaque « caption » correspond à un temps de l’histoire. N’ajoute ni texte, ni logo, ni personne reconnaissable.',
    dynamic:
      'À partir de l’image fournie, réalise une vidéo de 6 secondes au rythme vif : entrées franches, mouvements rapides mais lisibles, fin nette sur le sujet. Chaque « caption » correspond à un temps fort. N’ajoute ni texte, ni logo, ni personne reconnaissable.',
  },
  en: {
    narrative:
      'From the given picture, make a 6-second video that tells a story: a slow shot, a single camera move, light that changes gently, a settled ending. Each "caption" is one beat of the story. Add no text, no logo, no recognisable person.',
    dynamic:
      'From the given picture, make a 6-second video with a lively rhythm: bold entrances, fast but legible moves, a clean ending on the subject. Each "caption" is one strong beat. Add no text, no logo, no recognisable person.',
  },
};
