// The tools an agent works with. Results that are stored already are taken instead of being paid for again.
import { createHash } from 'node:crypto';
import type { AgentTools, StoredMedia } from '../agents/agent.ts';
import type { AssetFormat, GeneratedAsset } from '../contracts/asset.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { Variant } from '../contracts/variant.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { createInvalidAnswers } from '../data/invalid-answers.ts';
import { objectNames } from '../data/object-names.ts';
import type { PhaseRecord, VideoJob } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { assetFiles } from '../domain/asset-files.ts';
import { assetIdOf } from '../domain/asset-id.ts';
import { extensionOf } from '../domain/file-name.ts';
import { soonestAskSeconds } from '../domain/poll-pace.ts';
import type { Publish } from '../events/publisher.ts';
import type { PushProgress } from '../events/push-progress.ts';
import type { ReadText } from '../generation/answers/read-text.ts';
import { AttemptOver } from '../generation/call-failures.ts';
import { type AskedModel, callModel, pollJob } from '../generation/call-model.ts';
import { type CampaignLedgerParts, createCampaignLedger } from '../generation/campaign-ledger.ts';
import type { Made, Reuse } from '../generation/ledger.ts';
import { askForImage, askForVideo, mostOfImage, mostOfText, mostOfVideo } from '../generation/requests.ts';
import { discloseMedia, type SignMedia } from '../media/disclose-media.ts';
import type { MediaOrigin } from '../media/xmp-packet.ts';
import {
  type ImageRequest,
  isPending,
  type MediaAnswer,
  type MediaFormat,
  type PendingJob,
  type TextModel,
  type VideoRequest,
} from '../models/model.ts';
import { isTrainedProvider } from '../models/registry.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { recallMedia } from './recall-media.ts';
import type { RoutedAttempt, RoutingParts } from './route-attempt.ts';
import { createTextTool } from './text-tool.ts';
import { watchProgress } from './watch-progress.ts';

export interface AgentToolParts extends CampaignLedgerParts, Omit<RoutingParts, 'calls'> {
  readonly phases: Phases;
  readonly assets: Assets;
  readonly bucket: Bucket;
  readonly publish: Publish;
  /** Signs every picture and video, where somebody has said by which certificate. */
  readonly sign?: SignMedia | undefined;
  readonly pushProgress: PushProgress;
  readonly clock: () => Date;
}

/** Tools for one attempt of one phase. `listeners` are the sockets that are told how far its models have come, `routed` the models to ask. */
export function createAgentTools(
  parts: AgentToolParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
  { listeners, isNewAttempt }: { readonly listeners: readonly string[]; readonly isNewAttempt: boolean },
  routed: RoutedAttempt,
): AgentTools {
  const progress = watchProgress(parts, { reference, phase, language: campaign.language, listeners });
  const { wait, resume: resumeCall, ...ledger } = createCampaignLedger(parts, reference, phase, campaign);
  const counted = progress.counting(ledger);
  const images = routed.watch<ModelCall, MediaAnswer, Made<MediaAnswer>, never>(counted);
  const videos = routed.watch<ModelCall, MediaAnswer, Made<MediaAnswer>, PendingJob>({ ...counted, wait });
  const assetId = (variant: Variant) => assetIdOf(campaign.id, phase.id, phase.attempt, variant);

  /** Every file that is stored of an answer says itself where it comes from. */
  const disclosed = async (answer: MediaAnswer, origin: MediaOrigin): Promise<MediaAnswer> => ({
    ...(await discloseMedia(answer, origin, parts.sign)),
    formats: await Promise.all((answer.formats ?? []).map((format) => discloseMedia(format, origin, parts.sign))),
  });

  async function stored(variant: Variant): Promise<StoredMedia | undefined> {
    const asset = await parts.assets.getGenerated(reference.workspaceId, assetId(variant));
    return asset && storedMedia(asset);
  }

  async function store(
    { answer, provider, model }: Made<MediaAnswer>,
    variant: Variant,
    style: string,
  ): Promise<StoredMedia> {
    const result = await disclosed(answer, {
      ...{ id: assetId(variant), provider, model },
      isTrained: isTrainedProvider(provider),
    });
    const name = `${phase.id}-${phase.attempt}-${variant.toLowerCase()}-${style}`;
    const asset: GeneratedAsset = {
      origin: 'AGENT',
      id: assetId(variant),
      campaignId: campaign.id,
      phaseId: phase.id,
      attempt: phase.attempt,
      variant,
      style,
      kind: result.mediaType.startsWith('video/') ? 'video' : 'image',
      mediaType: result.mediaType,
      fileName: `${name}.${extensionOf(result.mediaType)}`,
      ...measured(result.bytes),
      widthPixels: result.widthPixels,
      heightPixels: result.heightPixels,
      ...(result.durationSeconds ? { durationSeconds: result.durationSeconds } : {}),
      formats: (result.formats ?? []).map((format) => describeFormat(format, name)),
      status: 'draft',
      createdAt: parts.clock().toISOString(),
      aiGenerated: true,
      provider,
      model,
      ...(result.seed === undefined ? {} : { seed: result.seed }),
    };
    const files = assetFiles(asset).map((file) => ({
      ...file,
      name: objectNames.asset(reference, asset.id, file.fileName),
    }));
    const contents = [result, ...(result.formats ?? [])];
    if (isOver(await parts.phases.get(reference), phase)) throw attemptOver(reference, phase);
    await Promise.all(
      files.map(({ name, mediaType }, index) =>
        parts.bucket.put({ name, bytes: contents[index]?.bytes ?? result.bytes, mediaType }),
      ),
    );
    await parts.assets.put(reference.workspaceId, asset); // after the bytes: an asset that can be listed can be opened
    // Looked at before and after: whoever ends the attempt, or deletes the campaign, does it before one of the two looks or finds the file.
    if (isOver(await parts.phases.get(reference), phase)) {
      await parts.assets.delete(reference.workspaceId, asset.id);
      await Promise.all(files.map(({ name }) => parts.bucket.delete(name)));
      throw attemptOver(reference, phase);
    }
    await parts.publish(reference, { events: [{ type: 'asset:created', data: { asset } }] });
    return storedMedia(asset);
  }

  /** A picture or film that was made for the same request, as long as its campaign keeps it and nobody has refused it. */
  const reuseOf = (kind: 'image' | 'video', request: ImageRequest | VideoRequest): Reuse<MediaAnswer> => ({
    fingerprintOf: (model) => requestFingerprint(kind, model, request),
    fromCall: ({ reference: from, call }) => recallMedia(parts, from, call),
  });

  /** Asks after a job that an earlier run of this step has submitted. */
  async function resume(name: string, { jobId, model: named, call: id }: VideoJob, request: VideoRequest) {
    const candidates = progress.videos(routed.ofJob('video', named), request);
    const { prompt, promptVersion } = askForVideo(name, candidates, request);
    const [model] = candidates;
    if (!model) throw new Error(`No model has the job of ${name}`);
    const plan = { name, kind: 'video', model: model.card, prompt, promptVersion, worstCaseMicroUsd: 0 } as const;
    const call = await resumeCall(plan, id);
    return pollJob(videos, call, { jobId, model });
  }

  return {
    text: createTextTool({
      ...{ reference, attempt: phase.attempt, isNewAttempt },
      ask<Output>(asked: AskedModel<TextModel, ReadText<Output>>, reuse: Reuse<ReadText<Output>>) {
        const texts = routed.watch<ModelCall, ReadText<Output>, Made<ReadText<Output>>, never>(counted);
        return callModel(texts, asked, reuse);
      },
      invalidAnswers: createInvalidAnswers(parts.bucket),
      candidates: async (request) => progress.texts(await routed.choose('text', mostOfText(request))),
    }),

    async image({ variant, style, ...request }) {
      const done = await stored(variant);
      if (done) return done;
      const candidates = progress.images(await routed.choose('image', mostOfImage(request)));
      return store(
        await callModel(images, askForImage(`image-${variant}`, candidates, request), reuseOf('image', request)),
        variant,
        style,
      );
    },

    async video({ variant, style, ...request }) {
      const done = await stored(variant);
      if (done) return done;
      const name = `video-${variant}`;
      const job = phase.videoJobs[name];
      const able = job
        ? routed.ofJob('video', job.model)
        : await routed.choose('video', (card) => mostOfVideo(request, [card]));
      const candidates = progress.videos(able, request);
      const made = job
        ? await resume(name, job, request)
        : await callModel(videos, askForVideo(name, candidates, request), reuseOf('video', request));
      if (!isPending(made)) return store(made, variant, style);
      const soonest = Math.max(...candidates.map(({ card }) => card.soonestAskSeconds ?? soonestAskSeconds));
      return { askAgainSeconds: Math.max(made.askAgainSeconds, soonest) };
    },

    async readAsset(id) {
      const asset = await parts.assets.getGenerated(reference.workspaceId, id);
      const bytes = asset && (await parts.bucket.get(objectNames.asset(reference, asset.id, asset.fileName)));
      if (!bytes) throw new Error(`Asset ${id} is missing`);
      return bytes;
    },
  };
}

const storedMedia = (asset: GeneratedAsset): StoredMedia => ({
  assetId: asset.id,
  media: asset,
  ratios: asset.formats.filter(({ mediaType }) => mediaType.startsWith(`${asset.kind}/`)).map(({ ratio }) => ratio),
});

/** `visuals-1-a-artistic-4x5.jpeg` beside `visuals-1-a-artistic.png`. */
const describeFormat = (
  { ratio, mediaType, bytes, widthPixels, heightPixels }: MediaFormat,
  name: string,
): AssetFormat => ({
  ratio,
  mediaType,
  fileName: `${name}-${ratio.replace(':', 'x')}.${extensionOf(mediaType)}`,
  ...measured(bytes),
  widthPixels,
  heightPixels,
});

const measured = (bytes: Uint8Array) => ({
  byteLength: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Whether the attempt ended without what is made here. One that another run of the same step has finished keeps its files. */
const isOver = (now: PhaseRecord | undefined, { attempt }: PhaseRecord): boolean =>
  now?.attempt !== attempt || !['RUNNING', 'WAITING_VALIDATION', 'COMPLETED'].includes(now.status);

const attemptOver = ({ phaseId, campaignId }: PhaseReference, { attempt }: PhaseRecord) =>
  new AttemptOver(`Attempt ${attempt} of phase ${phaseId} of ${campaignId} is over: what it made is not kept.`);
