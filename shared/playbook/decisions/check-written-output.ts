// What a person wrote instead of an agent is held to the same shape: later phases and the export rely on it.
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { isGenerated } from '../../contracts/asset.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import { type FieldError, fieldErrors, jsonPointer } from '../../contracts/problems.ts';
import type { Assets } from '../../data/assets.ts';
import type { OutputValue } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { pastPosts } from '../../domain/calendar/past-posts.ts';
import { ProblemError } from '../../runtime/problem-error.ts';

interface WrittenOutput {
  readonly written: OutputValue;
  /** What stood there before; empty where nothing did. */
  readonly original: OutputValue;
  /** The field of the body that holds it. */
  readonly field: string;
}

/** The output as its readers take it. Throws validation-failed with the fields that are wrong, as pointers into the body. */
export async function checkWrittenOutput(
  { assets, clock }: { readonly assets: Pick<Assets, 'get'>; readonly clock: () => Date },
  reference: PhaseReference,
  { agent }: Pick<PhaseRecord, 'agent'>,
  { written, original, field }: WrittenOutput,
): Promise<OutputValue> {
  const parsed = agentOutputSchemas[agent].safeParse(written);
  const faults = parsed.success
    ? [...pastPosts(original, parsed.data, clock()), ...(await missingFiles(assets, reference, original, parsed.data))]
    : fieldErrors(parsed.error);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new ProblemError(
    'validation-failed',
    'The output does not have the shape that later phases need.',
    faults.map((error) => ({ ...error, pointer: error.pointer.replace(/^#/, `#/${field}`) })),
  );
}

/** Files that the output names and its campaign does not have. Those it named before are not asked about. */
async function missingFiles(
  assets: Pick<Assets, 'get'>,
  { workspaceId, campaignId }: PhaseReference,
  original: OutputValue,
  written: OutputValue,
): Promise<FieldError[]> {
  const known = new Set(filesIn(original).map(({ assetId }) => assetId));
  const named = filesIn(written).filter(({ assetId }) => !known.has(assetId));
  const found = await Promise.all(named.map(({ assetId }) => assets.get(workspaceId, assetId)));
  return named.flatMap(({ path }, index) => {
    const asset = found[index];
    const isOwn = asset !== undefined && isGenerated(asset) && asset.campaignId === campaignId;
    return isOwn ? [] : [{ pointer: jsonPointer(path), detail: 'must be a file of this campaign' }];
  });
}

interface NamedFile {
  readonly assetId: string;
  readonly path: readonly string[];
}

function filesIn(value: unknown, path: readonly string[] = []): NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'assetId' && typeof item === 'string'
      ? [{ assetId: item, path: [...path, key] }]
      : filesIn(item, [...path, key]),
  );
}
