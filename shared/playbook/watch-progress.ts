// Watches the models of one attempt of a phase, so that whoever listens is told how far they have come. Takes no part in the work: it neither
// delays nor fails it.
import type { CallEnd } from '../generation/call-end.ts';
import { mostOfVideo } from '../generation/requests.ts';
import type {
  ImageModel,
  MediaAnswer,
  PendingJob,
  TextModel,
  TextRequest,
  VideoModel,
  VideoRequest,
} from '../models/model.ts';
import type { ModelCard, Quantities } from '../models/model-card.ts';
import { createProgressFrames, type ProgressParts, type WatchedPhase } from './progress-frames.ts';

/** What a token holds on average, for an estimate until the provider says what it was. */
const charactersPerToken = 4;

export type WatchedProgress = ReturnType<typeof watchProgress>;

/** The ends of calls, as a ledger knows them. */
interface CountedEnds<Call> {
  fail(call: Call, end: CallEnd, error: unknown): Promise<void>;
  settle<Answer>(call: Call, end: CallEnd, answer: Answer): Promise<unknown>;
}

export function watchProgress(parts: ProgressParts, watched: WatchedPhase) {
  const { during, tellOfJob, bill } = createProgressFrames(parts, watched);

  return {
    texts: (models: readonly TextModel[]): TextModel[] =>
      models.map((model) => ({
        card: model.card,
        generate: (request, options) =>
          during('text', model.card, quantitiesOf(request), (heard) =>
            model.generate(request, { ...options, ...heard }),
          ),
      })),

    images: (models: readonly ImageModel[]): ImageModel[] =>
      models.map((model) => ({
        card: model.card,
        generate: (request, options) =>
          during(
            'image',
            model.card,
            () => ({ images: 1 }),
            () => model.generate(request, options),
          ),
      })),

    /** A frame also when a job was submitted, and each time that it was asked for and goes on. */
    videos(models: readonly VideoModel[], request: Pick<VideoRequest, 'durationSeconds'>): VideoModel[] {
      const seconds = mostOfVideo(
        request,
        models.map(({ card }) => card),
      );
      const watchedVideo = async (card: ModelCard, work: () => Promise<MediaAnswer | PendingJob>) =>
        tellOfJob(card, seconds, await during('video', card, () => seconds, work));
      return models.map((model) => ({
        card: model.card,
        submit: (asked, options) => watchedVideo(model.card, () => model.submit(asked, options)),
        poll: (jobId, options) => watchedVideo(model.card, () => model.poll(jobId, options)),
      }));
    },

    /** The ledger, its ends also counted for the frames. */
    counting: <Call, Ledger extends CountedEnds<Call>>(ledger: Ledger): Ledger => ({
      ...ledger,
      fail(call: Call, how: CallEnd, error: unknown) {
        bill(how.usage.costMicroUsd);
        return ledger.fail(call, how, error);
      },
      settle<Answer>(call: Call, how: CallEnd, answer: Answer) {
        bill(how.usage.costMicroUsd);
        return ledger.settle(call, how, answer);
      },
    }),
  };
}

const quantitiesOf =
  ({ system, prompt }: TextRequest) =>
  (characters: number): Quantities => ({
    inputTokens: Math.ceil((system.length + prompt.length) / charactersPerToken),
    outputTokens: Math.ceil(characters / charactersPerToken),
  });
