// The models that need no key, no network and no money: text from phrase banks, pictures and films from drawing code.
// They read a request's facts, never its prompt, and say in every result that no AI model was used.
import { type VideoFacts, type VisualFacts, videoFactsSchema, visualFactsSchema } from '../shared/agents/facts.ts';
import { brandPalette } from '../shared/domain/media/brand-palette.ts';
import { nearestRatio } from '../shared/domain/media/media-formats.ts';
import { ModelRefused } from '../shared/models/errors.ts';
import type {
  ImageModel,
  MediaFormat,
  Models,
  ModelUsage,
  PromptSource,
  TextModel,
  VideoModel,
  WantedFormat,
} from '../shared/models/model.ts';
import { offlineStudioCard } from '../shared/models/offline-studio-card.ts';
import { createDrawingQueue } from './drawing-queue.ts';
import { renderVideo, renderVisual } from './media/render.ts';
import { drawingOf, factsOf, type ModelTask, taskOf } from './task.ts';
import { catalogues } from './writing/catalogue.ts';
import { compose } from './writing/composers.ts';
import { directVideoFacts, directVisualFacts } from './writing/direct-drawing.ts';
import { readDirectives } from './writing/feedback-directives.ts';
import { plainText } from './writing/plain-text.ts';
import { finishText, usualVariety } from './writing/typography.ts';
import { seedOf } from './writing/voice.ts';

const card = offlineStudioCard;
const FRAMES_PER_SECOND = 24;
/** The usual rule of thumb for English and French prose; only an estimate, as nothing is tokenised here. */
const CHARACTERS_PER_TOKEN = 4;

const text: TextModel = {
  card,
  async generate({ source, system, prompt }) {
    const task = taskOf(source);
    const answer = JSON.stringify(compose(task));
    return {
      text: answer,
      ended: 'stop',
      usage: usageOf(system + prompt, answer),
      warnings: [catalogues[task.language].labels.warnings.text],
    };
  },
};

const image: ImageModel = {
  card,
  async generate({ source, prompt, widthPixels, heightPixels, formats }) {
    const { task, ...drawing } = imageOf(source);
    const [bytes, ...others] = await Promise.all([
      renderVisual({ ...drawing, widthPixels, heightPixels, fileType: 'png' }),
      ...(formats ?? []).map(async (format) => ({
        ...format,
        mediaType: 'image/jpeg' as const,
        bytes: await renderVisual({ ...drawing, ...sizeOf(format), fileType: 'jpeg' }),
      })),
    ]);
    const usage = usageOf(prompt, '');
    return {
      bytes,
      mediaType: 'image/png',
      widthPixels,
      heightPixels,
      formats: others,
      usage,
      warnings: [catalogues[task.language].labels.warnings.image],
    };
  },
};

function imageOf(source: PromptSource) {
  const { task, style, variant } = drawingOf(source, ['artistic', 'realistic']);
  const facts = visualFactsOf(task);
  const { brandName, headline, supportingLine, callToAction } = spoken(facts, task);
  const seed = `${seedOf(task)}:${variant}`;
  return { task, style, ...{ brandName, headline, supportingLine, callToAction }, palette: paletteOf(facts), seed };
}

/** The words and colours of the picture that was asked for. */
export function visualDrawing(source: PromptSource) {
  const { task: _task, ...drawing } = imageOf(source);
  return drawing;
}

const video: Omit<VideoModel, 'poll'> = {
  card,
  async submit(request) {
    const { source, prompt, firstFrame, widthPixels, heightPixels, durationSeconds, formats } = request;
    const { task, style, variant } = drawingOf(source, ['narrative', 'dynamic']);
    const silent = request.silent === true;
    const facts = videoFactsOf(task);
    const { brandName, callToAction, scenes } = spoken(facts, task);
    const filming = {
      style,
      visualPng: firstFrame,
      ...{ brandName, scenes, callToAction, durationSeconds, silent },
      palette: paletteOf(facts),
      seed: `${seedOf(task)}:${variant}`,
      framesPerSecond: FRAMES_PER_SECOND,
    };
    const [{ bytes, poster }, ...others] = await Promise.all([
      renderVideo({ ...filming, widthPixels, heightPixels }),
      ...(formats ?? []).map(async (format) => ({ format, ...(await renderVideo({ ...filming, ...sizeOf(format) })) })),
    ]);
    const leading = nearestRatio(widthPixels, heightPixels);
    return {
      ...{ bytes, mediaType: 'video/mp4' as const, widthPixels, heightPixels, durationSeconds },
      formats: [
        ...posterFormat({ ratio: leading, widthPixels, heightPixels }, poster),
        ...others.flatMap(({ format, bytes: film, poster: still }) => [
          { ...format, mediaType: 'video/mp4' as const, bytes: film },
          ...posterFormat(format, still),
        ]),
      ],
      usage: usageOf(prompt, ''),
      warnings: [catalogues[task.language].labels.warnings.video],
    };
  },
};

/**
 * The lines for the threads of this process, whoever asks. A request for a film may be several films, each half a minute of a slow core:
 * four of them keep two threads busy for two to three minutes. Pictures take a second each and do not wait behind films for a place.
 */
const imageLine = createDrawingQueue(10);
const videoLine = createDrawingQueue(4);
const film: VideoModel['submit'] = (request) => videoLine.enter(() => video.submit(request));

const noJobs = () => Promise.reject(new ModelRefused('The offline studio makes everything at once: it has no jobs.'));

/** Every kind of work, offline. Costs nothing and gives the same bytes for the same request. Drawing and filming reject with ModelBusy when the line is full. */
export const offlineStudio: Required<Models> = {
  text,
  image: { ...image, generate: (request) => imageLine.enter(() => image.generate(request)) },
  video: { ...video, submit: film, poll: noJobs },
};

/** By the brief's own words, as the dossier does: what is drawn has finer spaces and signs. */
const paletteOf = ({ brandName, tone, brandValues = '' }: VisualFacts) =>
  brandPalette({ brandName, tone, words: brandValues });

const sizeOf = ({ widthPixels, heightPixels }: WantedFormat) => ({ widthPixels, heightPixels });

const posterFormat = (format: WantedFormat, bytes: Uint8Array | undefined): MediaFormat[] =>
  bytes ? [{ ...format, mediaType: 'image/jpeg', bytes }] : [];

function usageOf(asked: string, answered: string): ModelUsage {
  const tokens = (characters: number) => Math.ceil(characters / CHARACTERS_PER_TOKEN);
  return { inputTokens: tokens(asked.length), outputTokens: tokens(answered.length) };
}

const isDirect = (task: ModelTask): boolean => task.agent === 'Direct';
const visualFactsOf = (task: ModelTask): VisualFacts =>
  isDirect(task) ? directVisualFacts(task) : factsOf(visualFactsSchema, task);
const videoFactsOf = (task: ModelTask): VideoFacts =>
  isDirect(task) ? directVideoFacts(task) : factsOf(videoFactsSchema, task);

/** The facts with every text fit to be drawn. What people asked to see leads the line under the headline. */
function spoken<Facts extends { supportingLine: string }>(facts: Facts, { language, feedback }: ModelTask): Facts {
  const { mentions } = readDirectives(feedback, language);
  // Faces for pictures have no narrow space: the wider one is drawn.
  const draw = (value: string) =>
    plainText(finishText(value, usualVariety[language]), language).replace(/[\u202f]/gu, '\u00a0') || '—';
  const drawn = Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? draw(value) : value]),
  );
  return { ...facts, ...drawn, supportingLine: draw(mentions.at(-1) ?? facts.supportingLine) };
}
