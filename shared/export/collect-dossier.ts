// Reads a whole campaign through the API, files included, and refuses a file whose bytes are not those that were stored.
import { createHash } from 'node:crypto';
import type { ApiClient } from '../client/api-client.ts';
import { type GeneratedAsset, isGenerated } from '../contracts/asset.ts';
import type { CampaignDetail } from '../contracts/campaign.ts';
import type { CampaignDossier, DossierAsset, DossierPhase } from './campaign-dossier.ts';

/** The bytes that came are not the bytes that were stored. Trying again helps when the connection was cut. */
export class AssetDamaged extends Error {
  override readonly name = 'AssetDamaged';
}

export interface DossierSource {
  readonly client: ApiClient;
  /** Fetches presigned links, which need no token. */
  readonly fetch?: typeof fetch;
}

/** Collects what the export needs. Throws what the client throws, and AssetDamaged. */
export const collectDossier = async (source: DossierSource, campaignId: string): Promise<CampaignDossier> => {
  const { client } = source;
  const campaign = await client.call('getCampaign', { params: { campaignId } });
  const [phases, { calls }, assets] = await Promise.all([
    Promise.all(campaign.phases.map((phase) => collectPhase(client, campaign, phase.id))),
    client.call('listModelCalls', { params: { campaignId } }),
    listGeneratedAssets(client, campaignId),
  ]);
  const current = assets.filter((asset) => isCurrent(asset, campaign));
  return { campaign, phases, calls, assets: await Promise.all(current.map((asset) => collectAsset(source, asset))) };
};

const collectPhase = async (client: ApiClient, campaign: CampaignDetail, phaseId: string): Promise<DossierPhase> => {
  const { phase, output, approvals } = await client.call('getPhase', { params: { campaignId: campaign.id, phaseId } });
  return { phase, approvals, ...(output === undefined ? {} : { output }) };
};

/** Files of attempts that a person sent back are not for the client. */
const isCurrent = (asset: GeneratedAsset, campaign: CampaignDetail): boolean =>
  campaign.phases.some((phase) => phase.id === asset.phaseId && phase.attempt === asset.attempt);

const listGeneratedAssets = async (client: ApiClient, campaignId: string): Promise<GeneratedAsset[]> => {
  const assets: GeneratedAsset[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.call('listAssets', {
      query: { campaignId, origin: 'AGENT', limit: 100, ...(cursor ? { cursor } : {}) },
    });
    assets.push(...page.assets.filter(isGenerated));
    cursor = page.nextCursor;
  } while (cursor);
  return assets.sort((first, second) => first.id.localeCompare(second.id, 'en'));
};

const collectAsset = async (
  { client, fetch: fetchNow = fetch }: DossierSource,
  asset: GeneratedAsset,
): Promise<DossierAsset> => {
  const { url } = await client.call('downloadAsset', { params: { assetId: asset.id } });
  const answer = await fetchNow(url);
  if (!answer.ok)
    throw new AssetDamaged(`${asset.fileName} could not be downloaded: its link answered ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === asset.sha256) return { asset, bytes };
  throw new AssetDamaged(
    `${asset.fileName} came with ${bytes.length} bytes and SHA-256 ${sha256}; ${asset.byteLength} bytes and ${asset.sha256} were stored`,
  );
};
