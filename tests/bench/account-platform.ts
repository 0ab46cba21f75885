// The platform that measures accounts of any size, in a process of its own as for a real user: the real agents with the offline studio's words,
// and the application. Over IPC it gives an account campaigns, and says what each operation has consumed.
import './quiet.ts';
import { agents } from '../../shared/agents/registry.ts';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { giveCampaigns } from '../support/big-account.ts';
import { startCapacityMeter } from '../support/capacity-meter.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import type { AccountRequest } from './start-account-platform.ts';

const [directory = '', pagePort = '0'] = process.argv.slice(2);
const meter = startCapacityMeter();
const platform = await startPlatformWithAgents({
  directory,
  pagePort: Number(pagePort),
  agents,
  models: imitationMedia(),
  around: meter.functions,
});
process.on('message', async ({ give }: AccountRequest) => {
  if (give) await giveCampaigns(give, give.count);
  process.send?.({ units: meter.take() });
});
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl: platform.apiUrl, liveUrl: platform.liveUrl, uiUrl: platform.uiUrl });
