// A generation as clients see it: without what only we need, and with a link to its bytes.
import { type GenerationAnswer, generationSchema } from '../../../shared/contracts/generation.ts';
import type { GenerationRecord } from '../../../shared/data/generations.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import type { PresignedLinks } from '../../kit/presigned-links.ts';

/** Parsing leaves out everything that is not part of the contract. */
const visible = (record: GenerationRecord) => generationSchema.unwrap().strip().parse(record);

export async function generationResponse(
  { links, clock }: { links: PresignedLinks; clock: () => Date },
  workspaceId: string,
  record: GenerationRecord,
): Promise<GenerationAnswer> {
  const { id, media, mediaOf, job } = record;
  const name = media && objectNames.generation(workspaceId, mediaOf ?? id, media.fileName);
  return {
    generation: visible(record),
    ...textOf(record),
    ...(media && name
      ? { file: { ...media, ...(await links.toDownload(name, media.fileName, media.mediaType)) } }
      : {}),
    ...(job ? { askAgainSeconds: secondsUntil(job.askAgainAt, clock()) } : {}),
  };
}

function textOf({ outputJson, hasSchema }: GenerationRecord): Pick<GenerationAnswer, 'text' | 'output'> {
  if (outputJson === undefined) return {};
  const output: unknown = JSON.parse(outputJson);
  if (hasSchema) return { text: outputJson, output };
  return typeof output === 'object' && output !== null && 'text' in output ? { text: String(output.text) } : {};
}

const secondsUntil = (instant: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / 1000));
