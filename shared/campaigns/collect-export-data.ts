// Reads what a campaign has finished, files included, and refuses a file whose bytes are not those that were stored.
import { createHash } from 'node:crypto';
import { type GeneratedAsset, isGenerated } from '../contracts/asset.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { objectNames } from '../data/object-names.ts';
import type { Outputs } from '../data/outputs.ts';
import { approvalsOf, type PhaseRecord, publicPhase } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import { type AssetFile, assetFiles } from '../domain/media/asset-files.ts';
import type { ExportData, ExportedAsset, ExportedPhase } from '../export/export-data.ts';

/** The bytes in the bucket are not those that were stored: nobody may be handed them. */
export class AssetDamaged extends Error {
  override readonly name = 'AssetDamaged';
}

export interface ExportDataParts {
  readonly campaigns: Pick<Campaigns, 'get' | 'getBrief'>;
  readonly phases: Pick<Phases, 'list'>;
  readonly outputs: Pick<Outputs, 'get'>;
  readonly calls: Pick<ModelCalls, 'list'>;
  readonly assets: Pick<Assets, 'list'>;
  readonly bucket: Pick<Bucket, 'get'>;
}

/**
 * The whole of a campaign as it is now: outputs and files of completed phases only, for what still waits for a person is not for the
 * client. Undefined when there is no such campaign. Throws AssetDamaged.
 */
export async function collectExportData(
  parts: ExportDataParts,
  reference: CampaignReference,
): Promise<ExportData | undefined> {
  const [campaign, brief, phases, calls, assets] = await Promise.all([
    parts.campaigns.get(reference),
    parts.campaigns.getBrief(reference),
    parts.phases.list(reference),
    parts.calls.list(reference),
    listAssets(parts, reference),
  ]);
  if (!campaign || !brief) return undefined;
  return {
    campaign: { ...campaign, briefData: brief.briefData, phases: phases.map(publicPhase) },
    phases: await Promise.all(
      phases.map(async (phase) => ({
        phase: publicPhase(phase),
        approvals: approvalsOf(phase),
        ...(await outputOf(parts, reference, phase)),
      })),
    ),
    calls,
    assets: await Promise.all(
      assets.filter((asset) => isFinished(asset, phases)).map((asset) => readAsset(parts, reference, asset)),
    ),
  };
}

async function outputOf(
  { outputs }: ExportDataParts,
  reference: CampaignReference,
  { id, status, outputAttempt, editedVersion }: PhaseRecord,
): Promise<Pick<ExportedPhase, 'output'>> {
  if (status !== 'COMPLETED' || outputAttempt === undefined) return {};
  const output = await outputs.get({ ...reference, phaseId: id }, outputAttempt, editedVersion);
  // Each output was checked against its agent's schema when it was stored; readers parse it by its agent again.
  return { output: output as ExportedPhase['output'] };
}

/** Of the attempt that counts, of a phase that is done: what a person sent back or put away is not for the client. */
const isFinished = ({ phaseId, attempt, status }: GeneratedAsset, phases: readonly PhaseRecord[]): boolean =>
  status !== 'archived' &&
  phases.some((phase) => phase.id === phaseId && phase.status === 'COMPLETED' && phase.attempt === attempt);

async function listAssets(
  { assets }: ExportDataParts,
  { workspaceId, campaignId }: CampaignReference,
): Promise<GeneratedAsset[]> {
  const found: GeneratedAsset[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, lastSortKey } = await assets.list(workspaceId, campaignId, 100, after);
    found.push(...rows.filter(isGenerated));
    after = rows.at(-1)?.id;
    if (lastSortKey === undefined || after === undefined) break;
  }
  return found.sort((first, second) => first.id.localeCompare(second.id, 'en'));
}

async function readAsset(
  { bucket }: ExportDataParts,
  reference: CampaignReference,
  asset: GeneratedAsset,
): Promise<ExportedAsset> {
  const files = await Promise.all(assetFiles(asset).map((file) => readFile(bucket, reference, asset.id, file)));
  return { asset, files };
}

async function readFile(
  bucket: ExportDataParts['bucket'],
  reference: CampaignReference,
  assetId: string,
  { fileName, ...stored }: AssetFile,
): Promise<Uint8Array> {
  const bytes = await bucket.get(objectNames.asset(reference, assetId, fileName));
  if (!bytes) throw new AssetDamaged(`The bytes of ${fileName} of ${assetId} are not in the bucket`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === stored.sha256) return bytes;
  throw new AssetDamaged(
    `${fileName} of ${assetId} has ${bytes.length} bytes and SHA-256 ${sha256}; ${stored.byteLength} bytes and ${stored.sha256} were stored`,
  );
}
