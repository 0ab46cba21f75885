// Pictures and films of one attempt of a phase: stored with where they come from written into them, found again by their variant, and taken back when
// the attempt ends meanwhile.
import { createHash } from 'node:crypto';
import type { StoredMedia } from '../agents/agent.ts';
import type { AssetFormat, GeneratedAsset } from '../contracts/asset.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { Variant } from '../contracts/variant.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { objectNames } from '../data/object-names.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { assetFiles } from '../domain/media/asset-files.ts';
import { assetIdOf } from '../domain/media/asset-id.ts';
import { extensionOf } from '../domain/media/file-name.ts';
import type { Publish } from '../events/publisher.ts';
import { AttemptOver } from '../generation/call-failures.ts';
import type { Made } from '../generation/ledger.ts';
import { discloseMedia, type SignMedia } from '../media/disclose-media.ts';
import type { MediaAnswer, MediaFormat } from '../models/model.ts';
import { isTrainedProvider } from '../models/offline-studio-card.ts';
import { recordMetric } from '../runtime/record-metric.ts';

export interface KeepMediaParts {
  readonly phases: Pick<Phases, 'get'>;
  readonly assets: Pick<Assets, 'getGenerated' | 'put' | 'delete'>;
  readonly bucket: Pick<Bucket, 'put' | 'delete'>;
  readonly publish: Publish;
  /** Signs every picture and video, where somebody has said by which certificate. */
  readonly sign?: SignMedia | undefined;
  readonly clock: () => Date;
}

type Attempt = Pick<PhaseRecord, 'id' | 'attempt'>;
type Named = Pick<GeneratedAsset, 'variant' | 'style'>;

export function createKeptMedia(parts: KeepMediaParts, reference: PhaseReference, phase: Attempt) {
  const idOf = (variant: Variant) => assetIdOf(reference.campaignId, phase.id, phase.attempt, variant);

  /** Every file that is stored of an answer says itself where it comes from. */
  async function disclosed({ answer, provider, model }: Made<MediaAnswer>, id: string): Promise<MediaAnswer> {
    const origin = { id, provider, model, isTrained: isTrainedProvider(provider) };
    return {
      ...(await discloseMedia(answer, origin, parts.sign)),
      formats: await Promise.all((answer.formats ?? []).map((format) => discloseMedia(format, origin, parts.sign))),
    };
  }

  async function throwIfOver(): Promise<void> {
    if (isOver(await parts.phases.get(reference), phase))
      throw new AttemptOver(
        `Attempt ${phase.attempt} of phase ${reference.phaseId} of ${reference.campaignId} is over: what it made is not kept.`,
      );
  }

  /** Its bytes first: an asset that can be listed can be opened. */
  async function write(asset: GeneratedAsset, contents: readonly MediaFile[]): Promise<void> {
    const names = assetFiles(asset).map(({ fileName }) => objectNames.asset(reference, asset.id, fileName));
    await Promise.all(
      contents.map(({ bytes, mediaType }, index) => parts.bucket.put({ name: names[index] ?? '', bytes, mediaType })),
    );
    await parts.assets.put(reference.workspaceId, asset);
    // Looked at before and after: whoever ends the attempt, or deletes the campaign, does it before one of the two looks or finds the file.
    await throwIfOver().catch(async (error: unknown) => {
      await parts.assets.delete(reference.workspaceId, asset.id);
      await Promise.all(names.map((name) => parts.bucket.delete(name)));
      throw error;
    });
  }

  return {
    /** What an earlier run of the attempt has made. */
    async find(variant: Variant): Promise<StoredMedia | undefined> {
      const asset = await parts.assets.getGenerated(reference.workspaceId, idOf(variant));
      return asset && storedMedia(asset);
    },

    /** Stores it and says so. Throws AttemptOver when nobody waits for it any more: then nothing of it stays. */
    async keep(made: Made<MediaAnswer>, named: Named): Promise<StoredMedia> {
      const id = idOf(named.variant);
      const answer = await disclosed(made, id);
      const asset = assetOf(
        { ...made, answer },
        {
          ...{ id, campaignId: reference.campaignId, phaseId: phase.id, attempt: phase.attempt },
          ...{ ...named, createdAt: parts.clock().toISOString() },
        },
      );
      await throwIfOver();
      await write(asset, [answer, ...(answer.formats ?? [])]);
      await parts.publish(reference, { events: [{ type: 'asset:created', data: { asset } }] });
      recordMetric('assets', 1, { kind: asset.kind });
      return storedMedia(asset);
    },
  };
}

export type KeptMedia = ReturnType<typeof createKeptMedia>;
type MediaFile = Pick<MediaAnswer, 'bytes' | 'mediaType'>;

function assetOf(
  { answer, provider, model }: Made<MediaAnswer>,
  made: Named & Pick<GeneratedAsset, 'id' | 'campaignId' | 'phaseId' | 'attempt' | 'createdAt'>,
): GeneratedAsset {
  const name = `${made.phaseId}-${made.attempt}-${made.variant.toLowerCase()}-${made.style}`;
  return {
    ...made,
    origin: 'AGENT',
    kind: answer.mediaType.startsWith('video/') ? 'video' : 'image',
    mediaType: answer.mediaType,
    fileName: `${name}.${extensionOf(answer.mediaType)}`,
    ...measured(answer.bytes),
    widthPixels: answer.widthPixels,
    heightPixels: answer.heightPixels,
    ...(answer.durationSeconds ? { durationSeconds: answer.durationSeconds } : {}),
    formats: (answer.formats ?? []).map((format) => describeFormat(format, name)),
    status: 'draft',
    aiGenerated: true,
    provider,
    model,
    ...(answer.seed === undefined ? {} : { seed: answer.seed }),
  };
}

const storedMedia = (asset: GeneratedAsset): StoredMedia => ({
  assetId: asset.id,
  media: asset,
  ratios: asset.formats.filter(({ mediaType }) => mediaType.startsWith(`${asset.kind}/`)).map(({ ratio }) => ratio),
});

/** `visuals-1-a-artistic-4x5.jpg` beside `visuals-1-a-artistic.png`. */
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
const isOver = (now: PhaseRecord | undefined, { attempt }: Attempt): boolean =>
  now?.attempt !== attempt || !['RUNNING', 'WAITING_VALIDATION', 'COMPLETED'].includes(now.status);
