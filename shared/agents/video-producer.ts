// Has two short videos made from the chosen visual, one narrative and one dynamic. While one is still being made,
// the run ends as pending and is asked again later; finished ones are not paid twice, the tools see to that.
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { Channel } from '../contracts/channels.ts';
import { furtherVideoSizes, videoSizes } from '../contracts/media-formats.ts';
import type { Variant } from '../contracts/variant.ts';
import { publicText } from '../domain/brief-reading/public-lines.ts';
import { distinctRatios, videoRatiosFor } from '../domain/media/media-formats.ts';
import { fitText } from '../domain/text/fit-text.ts';
import type { Agent, AgentInput, AgentTools, StillRunning } from './agent.ts';
import { type VideoFacts, videoFactsSchema } from './facts.ts';
import { requireInputs } from './input-missing.ts';
import { mediaPrompt } from './media-prompt.ts';
import { versionOf } from './prompts/prompt.ts';
import { prompt as promptEn } from './prompts/video-producer.en.ts';
import { prompt as promptFr } from './prompts/video-producer.fr.ts';
import { higherScored, scoreVariant } from './score-variants.ts';

type Video = AgentOutput<'video-producer'>['videos'][number];
type Style = Video['style'];

/** Three sentences and an end card. */
const DURATION_SECONDS = 7;
const prompts = { fr: promptFr, en: promptEn } as const;
/** What can be read in two seconds; a longer sentence is left out, never cut. */
const LONGEST_CAPTION = 72;
const SHORTEST_CAPTION = 12;
const MOST_CAPTIONS = 3;
/** At 18 characters a second, the pace of subtitles, in the five seconds before the end card. */
const MOST_CHARACTERS = 90;
const SENTENCES = new Intl.Segmenter('fr', { granularity: 'sentence' });
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
  const headline = values.headlines?.[0] ?? briefContext.campaignName;
  const spoken = [script?.hook, ...(script?.scenes ?? []).map(({ voiceOver }) => voiceOver)];
  return videoFactsSchema.parse({
    brandName: companyInfo.name,
    headline,
    supportingLine: fitText(script?.concept ?? briefContext.campaignName, 110),
    callToAction: script?.cta ?? companyInfo.name,
    sector: companyInfo.sector,
    tone: brandIdentity.tone,
    // A prompt is kept and shown: what is to stay among us is not in it.
    brandValues: publicText(brandIdentity.brandValues ?? '') || undefined,
    channels: brandIdentity.priorityChannels,
    scenes: captionsOf(spoken.join(' '), headline).map((caption) => ({ caption })),
  });
}

/** The script's sentences that can be read as they pass, whole and in order; the headline fills in where there is none. */
function captionsOf(script: string, headline: string): string[] {
  const captions: string[] = [];
  for (const { segment } of SENTENCES.segment(script)) {
    const sentence = segment.trim();
    const joined = `${captions.at(-1)} ${sentence}`;
    // A word or two are no scene of their own.
    if (captions.length > 0 && sentence.length < SHORTEST_CAPTION && joined.length <= LONGEST_CAPTION)
      captions.splice(-1, 1, joined);
    else if (sentence !== '' && sentence.length <= LONGEST_CAPTION && !captions.includes(sentence))
      captions.push(sentence);
  }
  const read = captions.filter((_caption, index) => captions.slice(0, index + 1).join('').length <= MOST_CHARACTERS);
  return captions.length > 0 ? [...captions.slice(0, 1), ...read.slice(1, MOST_CAPTIONS)] : [headline];
}

async function makeVideo(
  variant: Variant,
  style: Style,
  facts: VideoFacts,
  visual: Uint8Array,
  input: AgentInput,
  tools: AgentTools,
): Promise<Video | StillRunning> {
  const prompt = mediaPrompt(prompts[input.language].directions[style], facts, input);
  const [leading, ...further] = videoRatiosFor(facts.channels);
  const stored = await tools.video({
    source: {
      purpose: 'video-producer',
      language: input.language,
      facts: { ...facts, variant, style },
      feedback: input.feedback,
    },
    variant,
    style,
    prompt,
    promptVersion: versionOf('video-producer', input.language, prompts[input.language].version),
    firstFrame: visual,
    ...videoSizes[leading],
    formats: further.map((ratio) => ({ ratio, ...furtherVideoSizes[ratio] })),
    ...(input.values.briefContext?.silentFilms ? { silent: true } : {}),
    durationSeconds: DURATION_SECONDS,
  });
  if ('askAgainSeconds' in stored) return stored;
  const message = facts.scenes[0]?.caption ?? facts.headline;
  const score = scoreVariant({ style, channels: facts.channels, tone: facts.tone, message });
  const durationSeconds = stored.media.durationSeconds ?? DURATION_SECONDS;
  const ratios = distinctRatios([leading, ...stored.ratios]);
  return { variant, style, assetId: stored.assetId, ratios, prompt, durationSeconds, score };
}
