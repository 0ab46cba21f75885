// The tools by which an agent has pictures and films made. What an earlier run of the attempt has stored is taken, and a job that it has submitted
// is asked after, instead of being paid for again.
import type { AgentTools } from '../agents/agent.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { PhaseRecord, VideoJob } from '../data/phase-records.ts';
import { soonestAskSeconds } from '../domain/playbook/poll-interval.ts';
import { callModel, pollJob } from '../generation/call-model.ts';
import type { CampaignLedger } from '../generation/campaign-ledger.ts';
import type { Made, Reuse } from '../generation/ledger.ts';
import { askForImage, askForVideo, mostOfImage, mostOfVideo } from '../generation/requests.ts';
import {
  type ImageRequest,
  isPending,
  type MediaAnswer,
  type PendingJob,
  type VideoModel,
  type VideoRequest,
} from '../models/model.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import type { KeptMedia } from './keep-media.ts';
import { type ReuseMediaParts, reuseMedia } from './reuse-media.ts';
import type { RoutedAttempt } from './route-attempt.ts';
import type { WatchedProgress } from './watch-progress.ts';

interface MediaToolParts {
  readonly recall: ReuseMediaParts;
  /** Counts for the frames, too. */
  readonly ledger: CampaignLedger;
  readonly kept: KeptMedia;
  readonly progress: WatchedProgress;
  readonly routed: RoutedAttempt;
  /** Jobs that earlier runs of the attempt have submitted. */
  readonly jobs: PhaseRecord['videoJobs'];
}

export function createMediaTools(parts: MediaToolParts): Pick<AgentTools, 'image' | 'video'> {
  const { recall, ledger, kept, progress, routed, jobs } = parts;
  const { wait, resume: resumeCall, ...once } = ledger;
  const images = routed.watch<ModelCall, MediaAnswer, Made<MediaAnswer>, never>(once);
  const videos = routed.watch<ModelCall, MediaAnswer, Made<MediaAnswer>, PendingJob>({ ...once, wait });

  /** A picture or film that was made for the same request, as long as its campaign keeps it and nobody has refused it. */
  const reuseOf = (kind: 'image' | 'video', request: ImageRequest | VideoRequest): Reuse<MediaAnswer> => ({
    fingerprintOf: (model) => requestFingerprint(kind, model, request),
    fromCall: ({ reference, call }) => reuseMedia(recall, reference, call),
  });

  /** Asks after a job that an earlier run of this step has submitted. */
  async function askAfter(
    name: string,
    { jobId, call: id }: VideoJob,
    models: readonly VideoModel[],
    request: VideoRequest,
  ) {
    const { prompt, promptVersion } = askForVideo(name, models, request);
    const [model] = models;
    if (!model) throw new Error(`No model has the job of ${name}`);
    const plan = { name, kind: 'video', model: model.card, prompt, promptVersion, worstCaseMicroUsd: 0 } as const;
    const call = await resumeCall(plan, id);
    return pollJob(videos, call, { jobId, model });
  }

  return {
    async image({ variant, style, ...request }) {
      const done = await kept.find(variant);
      if (done) return done;
      const models = progress.images(await routed.choose('image', mostOfImage(request)));
      const asked = askForImage(`image-${variant}`, models, request);
      return kept.keep(await callModel(images, asked, reuseOf('image', request)), { variant, style });
    },

    async video({ variant, style, ...request }) {
      const done = await kept.find(variant);
      if (done) return done;
      const name = `video-${variant}`;
      const job = jobs[name];
      const able = job
        ? routed.ofJob('video', job.model)
        : await routed.choose('video', (card) => mostOfVideo(request, [card]));
      const models = progress.videos(able, request);
      const made = job
        ? await askAfter(name, job, models, request)
        : await callModel(videos, askForVideo(name, models, request), reuseOf('video', request));
      if (!isPending(made)) return kept.keep(made, { variant, style });
      const soonest = Math.max(...models.map(({ card }) => card.soonestAskSeconds ?? soonestAskSeconds));
      return { askAgainSeconds: Math.max(made.askAgainSeconds, soonest) };
    },
  };
}
