// What `npm start` offers on an empty platform, made by the real API and the offline studio.
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDemo } from '../../cli/demo.ts';
import { watchCampaign } from '../../cli/watch-campaign.ts';
import type { RunningPlatform } from '../../local/start-platform.ts';
import { freePort } from '../../local/state/ports.ts';
import { agents } from '../../shared/agents/registry.ts';
import { createApiClient } from '../../shared/client/api-client.ts';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { smallStudio } from '../support/small-studio.ts';

let platform: RunningPlatform;
let pagePort: number;
const scratch = scratchPlatform(async (directory) => {
  pagePort = await freePort();
  platform = await startPlatformWithAgents({ directory, agents, models: smallStudio, pagePort });
  return platform;
});
const settings = (host = 'localhost') =>
  fetch(`http://${host}:${pagePort}/settings.json`).then((answer) => answer.json());

describe('the demo account of an empty platform', () => {
  it('has a campaign that finishes by itself and one that waits for approval, and the sign-in page may offer it', async () => {
    const demo = await openDemo({ platform, directory: scratch.directory, mayRegister: true });
    const account = demo?.account ?? { email: '', password: '' };
    expect(await settings()).not.toHaveProperty('demo');
    platform.offerDemo(account);
    expect(await settings()).toMatchObject({ demo: account });
    await demo?.launch(new AbortController().signal);

    const { token } = await createApiClient({ baseUrl: platform.apiUrl }).call('login', { body: account });
    const client = createApiClient({ baseUrl: platform.apiUrl, token: () => token });
    const { campaigns } = await client.call('listCampaigns');
    const reach = async (mode: string, isThere: (campaign: CampaignDetail) => boolean) => {
      const campaignId = campaigns.find(({ governanceMode }) => governanceMode === mode)?.id ?? '';
      const start = await client.call('getCampaign', { params: { campaignId } });
      const watch = watchCampaign(
        {
          session: { client, token: () => token, end: () => {} },
          liveUrl: platform.liveUrl,
          onChange: () => {},
          onProgress: () => {},
          onConnection: () => {},
        },
        start,
      );
      onTestFinished(() => watch.end());
      while (!isThere(watch.campaign)) await watch.change();
      return watch.campaign;
    };
    const waiting = await reach('SEMI_AUTO', ({ phases }) =>
      phases.some(({ status }) => status === 'WAITING_VALIDATION'),
    );
    const finished = await reach('AUTO', ({ status }) => status === 'COMPLETED');

    expect(campaigns).toHaveLength(2);
    expect([waiting.language, finished.language]).toEqual(['en', 'fr']);
    expect([waiting.spentMicroUsd, finished.spentMicroUsd]).toEqual([0, 0]);
  }, 240_000);
});
