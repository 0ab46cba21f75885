import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../client/api-client.ts';
import type { OperationId } from '../contracts/routes.ts';
import type { CampaignDossier } from './campaign-dossier.ts';
import { AssetDamaged, collectDossier } from './collect-dossier.ts';
import { sampleDossier } from './testing/sample-dossier.ts';

/** A client that answers from a dossier, one asset per page. */
const clientOf = ({ campaign, phases, calls, assets }: CampaignDossier): ApiClient => {
  const answers: Partial<Record<OperationId, (input: Record<string, Record<string, string>>) => unknown>> = {
    getCampaign: () => campaign,
    getPhase: ({ params }) => phases.find(({ phase }) => phase.id === params?.phaseId),
    listModelCalls: () => ({ calls }),
    listAssets: ({ query }) => {
      const index = Number(query?.cursor ?? 0);
      const nextCursor = index + 1 < assets.length ? String(index + 1) : undefined;
      return { assets: assets.slice(index, index + 1).map(({ asset }) => asset), nextCursor };
    },
    downloadAsset: ({ params }) => ({ url: `https://files.example/${params?.assetId}` }),
  };
  return { call: async (operation, ...[input]) => answers[operation]?.((input ?? {}) as never) as never };
};
const filesOf =
  ({ assets }: CampaignDossier): typeof fetch =>
  async (url) =>
    new Response(assets.find(({ asset }) => String(url).endsWith(asset.id))?.bytes ?? null);

describe('collecting a campaign', () => {
  it('reads every page and every file', async () => {
    const dossier = sampleDossier();

    const collected = await collectDossier({ client: clientOf(dossier), fetch: filesOf(dossier) }, dossier.campaign.id);

    const byId = [...dossier.assets].sort((first, second) => first.asset.id.localeCompare(second.asset.id));
    expect(collected).toEqual({ ...dossier, assets: byId });
  });

  it('leaves out files of an attempt that was sent back', async () => {
    const dossier = sampleDossier();
    for (const phase of dossier.campaign.phases) if (phase.id === 'visuals') phase.attempt = 2;

    const { assets } = await collectDossier(
      { client: clientOf(dossier), fetch: filesOf(dossier) },
      dossier.campaign.id,
    );

    expect(assets.map(({ asset }) => asset.phaseId)).toEqual(['video', 'video']);
  });

  it('refuses bytes that are not those that were stored', async () => {
    const dossier = sampleDossier();
    const fetchOther: typeof fetch = async () => new Response('something else');

    const collecting = collectDossier({ client: clientOf(dossier), fetch: fetchOther }, dossier.campaign.id);

    await expect(collecting).rejects.toThrow(AssetDamaged);
  });

  it('says when a link does not answer with the file', async () => {
    const dossier = sampleDossier();
    const refuse: typeof fetch = async () => new Response('', { status: 403 });

    const collecting = collectDossier({ client: clientOf(dossier), fetch: refuse }, dossier.campaign.id);

    await expect(collecting).rejects.toThrow('its link answered 403');
  });
});
