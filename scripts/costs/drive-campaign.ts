// Does what a person does with one campaign: starts it, watches it over the socket, approves what is asked, reads and downloads everything.
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import { createLiveClient } from '../../shared/client/live-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import type { Brief } from '../../shared/contracts/brief.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';

interface Addresses {
  readonly apiUrl: string;
  readonly liveUrl: string;
}

interface Driven {
  readonly campaignId: string;
  readonly downloads: number;
  readonly downloadedBytes: number;
}

let people = 0;

/** Drives a campaign to its end. `onBegin` is called between the registration of its owner and its first request. */
export async function driveCampaign(
  { apiUrl, liveUrl }: Addresses,
  brief: Brief,
  onBegin: () => void,
): Promise<Driven> {
  const credentials = { email: `costs-${people++}@example.com`, password: 'password123' };
  const registered = await createApiClient({ baseUrl: apiUrl }).call('register', { body: credentials });
  const { token } = openedSession(registered);
  const client = createApiClient({ baseUrl: apiUrl, token: () => token });
  onBegin();
  const { id: campaignId } = await client.call('createCampaign', { body: brief });

  const live = createLiveClient({ url: liveUrl, token: () => token });
  const ended = Promise.withResolvers<string>();
  const approve = async (phaseId: string): Promise<void> => {
    await client.call('getPhase', { params: { campaignId, phaseId } });
    await client.call('approvePhase', { params: { campaignId, phaseId } });
  };
  live.subscribe(campaignId, 0, (event: LiveEvent) => {
    if (event.type === 'campaign:status' && event.data.status !== 'RUNNING') ended.resolve(event.data.status);
    if (event.type === 'phase:error')
      ended.reject(new Error(`${event.data.phaseId} failed: ${event.data.failure.reason}`));
    if (event.type !== 'phase:status') return;
    const { phaseId, status } = event.data;
    if (status === 'WAITING_VALIDATION') approve(phaseId).catch(ended.reject);
  });
  const status = await ended.promise.finally(() => live.close());
  if (status !== 'COMPLETED') throw new Error(`The campaign ended ${status}: its costs would say nothing`);

  return { campaignId, ...(await readEverything(client, campaignId)) };
}

/** Opens every phase and downloads every file, as somebody does who looks at all of it. */
async function readEverything(client: ApiClient, campaignId: string): Promise<Omit<Driven, 'campaignId'>> {
  const { phases } = await client.call('getCampaign', { params: { campaignId } });
  await client.call('listModelCalls', { params: { campaignId } });
  for (const { id } of phases) await client.call('getPhase', { params: { campaignId, phaseId: id } });
  const { assets } = await client.call('listAssets', { query: { campaignId, limit: 100 } });
  const sizes = await Promise.all(
    assets.map(async ({ id }) => {
      const { url } = await client.call('downloadAsset', { params: { assetId: id } });
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`The link of ${id} answered ${answer.status}`);
      return (await answer.arrayBuffer()).byteLength;
    }),
  );
  return { downloads: sizes.length, downloadedBytes: sizes.reduce((sum, size) => sum + size, 0) };
}
