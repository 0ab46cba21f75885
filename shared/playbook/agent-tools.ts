// The tools an agent works with. Results that are stored already are taken instead of being paid for again.
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { AgentTools, StoredMedia } from '../agents/agent.ts';
import type { Variant } from '../contracts/agent-outputs.ts';
import type { AssetFormat, GeneratedAsset } from '../contracts/asset.ts';
import type { Campaign } from '../contracts/campaign.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import { fieldErrors } from '../contracts/problems.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { objectNames } from '../data/object-names.ts';
import type { PhaseRecord, Phases } from '../data/phases.ts';
import { assetFiles } from '../domain/asset-files.ts';
import { assetIdOf } from '../domain/asset-id.ts';
import { extensionOf } from '../domain/file-name.ts';
import { soonestAskSeconds } from '../domain/poll-pace.ts';
import type { Publish } from '../events/publisher.ts';
import { AttemptOver, OutputInvalid } from '../generation/call-failures.ts';
import { type Billed, type CallMeterParts, type CallPlan, createCallMeter } from '../generation/call-meter.ts';
import { endOfError } from '../generation/end-of-error.ts';
import {
  type ImageModel,
  type MediaFormat,
  type MediaResult,
  ModelRefused,
  type Models,
  type TextModel,
  type TextRequest,
  type VideoModel,
} from '../models/model.ts';

export interface AgentToolParts extends CallMeterParts {
  readonly phases: Phases;
  readonly assets: Assets;
  readonly bucket: Bucket;
  readonly publish: Publish;
}

/** Tools for one attempt of one phase. */
export function createAgentTools(
  parts: AgentToolParts,
  models: Models,
  reference: PhaseReference,
  phase: PhaseRecord,
  campaign: Campaign,
): AgentTools {
  const meter = createCallMeter(parts, reference, phase, campaign);
  /** Texts that this run has asked for: a repeated run asks in the same order, and so by the same names. */
  let texts = 0;
  const assetId = (variant: Variant) => assetIdOf(campaign.id, phase.id, phase.attempt, variant);

  async function stored(variant: Variant): Promise<StoredMedia | undefined> {
    const asset = await parts.assets.getGenerated(reference.workspaceId, assetId(variant));
    return asset && storedMedia(asset);
  }

  async function store(
    result: MediaResult,
    variant: Variant,
    style: string,
    model: ImageModel | VideoModel,
  ): Promise<StoredMedia> {
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
      provider: model.provider,
      model: model.id,
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

  return {
    async text<Output>(request: TextRequest & { schema: z.ZodType<Output> }): Promise<Output> {
      const model = models.text;
      const ask = (asked: TextRequest) =>
        meter.run(textPlan(`text-${++texts}`, model, asked), () => model.generate(asked), billed);
      const first = request.schema.safeParse((await ask(request)).output);
      if (first.success) return first.data;
      const corrected = { ...request, prompt: `${request.prompt}\n\n${correction(first.error)}` };
      const second = request.schema.safeParse((await ask(corrected)).output);
      if (second.success) return second.data;
      throw new OutputInvalid(`The model's answer does not fit, even after one correction: ${faults(second.error)}`);
    },

    async image(request) {
      const model = models.image;
      const plan = mediaPlan(
        `image-${request.variant}`,
        'image',
        model,
        request.prompt,
        model.worstCaseMicroUsd(request),
      );
      return (
        (await stored(request.variant)) ??
        store(await meter.run(plan, () => model.generate(request), billed), request.variant, request.style, model)
      );
    },

    async video(request) {
      const done = await stored(request.variant);
      if (done) return done;
      const model = models.video;
      const plan = mediaPlan(
        `video-${request.variant}`,
        'video',
        model,
        request.prompt,
        model.worstCaseMicroUsd(request),
      );
      const jobId = phase.videoJobs[request.variant];
      const progress =
        jobId === undefined
          ? await meter.run(
              plan,
              () => model.submit(request),
              (answer) => (answer.status === 'done' ? billed(answer.result) : undefined),
            )
          : await poll(jobId);
      if (progress.status === 'done') return store(progress.result, request.variant, request.style, model);
      if (jobId === undefined) await parts.phases.storeVideoJob(reference, request.variant, progress.jobId);
      return { askAgainSeconds: Math.max(progress.askAgainSeconds, model.soonestAskSeconds ?? soonestAskSeconds) };

      async function poll(job: string) {
        const answer = await model.poll(job, request).catch(async (error: unknown) => {
          // Only a refusal ends the job. Whoever could not be asked may still be at work, and the reservation lives with the job.
          if (error instanceof ModelRefused) await meter.settleLater(plan, endOfError(error, plan.worstCaseMicroUsd));
          throw error;
        });
        if (answer.status === 'done') await meter.settleLater(plan, { status: 'SETTLED', ...billed(answer.result) });
        return answer;
      }
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

const billed = ({ usage, warnings }: Billed): Billed => ({ usage, warnings });

const textPlan = (purpose: string, model: TextModel, request: TextRequest): CallPlan => ({
  purpose,
  kind: 'text',
  provider: model.provider,
  model: model.id,
  prompt: `${request.system}\n${request.prompt}`,
  worstCaseMicroUsd: model.worstCaseMicroUsd(request),
});

const mediaPlan = (
  purpose: string,
  kind: 'image' | 'video',
  { provider, id }: ImageModel | VideoModel,
  prompt: string,
  worstCaseMicroUsd: number,
): CallPlan => ({ purpose, kind, provider, model: id, prompt, worstCaseMicroUsd });

const faults = (error: z.ZodError): string =>
  fieldErrors(error)
    .slice(0, 10)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join('; ');

const correction = (error: z.ZodError): string =>
  `Your last answer did not fit the schema: ${faults(error)}. Answer again with the whole JSON, corrected.`;
