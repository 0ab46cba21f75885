// A platform for suites that walk the route table, and for each operation something of a user on which it succeeds: whoever else names the
// same thing must be told that there is none.

import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { vi } from 'vitest';
import { isGenerated } from '../../shared/contracts/asset.ts';
import type { OperationId } from '../../shared/contracts/routes.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { gradientPng } from '../../shared/export/testing/sample-png.ts';
import { briefOf, type Follower, follow, type Target, type User } from './campaign-driver.ts';
import { drawPair } from './draw-pair.ts';
import { paidModels, sampleVisual } from './fake-models.ts';
import { startPlatformWithAgents } from './platform-with-agents.ts';
import { type Owned, plannedAt } from './route-samples.ts';
import { scratchPlatform } from './scratch-platform.ts';
import { simulatedAgents } from './simulated-agents.ts';

const brokenName = 'Broken launch';

/** Simulated agents, of which the first makes one picture and the designer a pair. Campaigns of one name fail at their first phase. */
export const platformWithThings = () =>
  scratchPlatform((directory) =>
    startPlatformWithAgents({
      directory,
      models: paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 }, () => ({ text: async () => ({ text: 'A line' }) })),
      agents: simulatedAgents(async ({ phaseId, tools, input }) => {
        if (input.values.briefContext?.campaignName === brokenName) throw new TypeError('broken');
        if (phaseId === 'research') await tools.image(sampleVisual('A'));
        if (phaseId === 'distribution') {
          const { scheduledPosts, liveCampaign } = sampleOutputs.Social;
          return { liveCampaign, scheduledPosts: scheduledPosts.map((post) => ({ ...post, scheduledAt: plannedAt })) };
        }
        return phaseId === 'visuals' ? drawPair(tools) : undefined;
      }),
    }),
  );

export interface OwnedThings {
  /** What an operation can be asked about so that it succeeds: once for those that use it up. */
  readonly of: (id: OperationId) => Owned;
  /** Of the campaign that most operations are about; it waits at its first phase. */
  readonly follower: Follower;
}

/** Makes everything that the table's operations are about. */
export async function ownedThings(target: Target, owner: User): Promise<OwnedThings> {
  const { client } = owner;
  const followed = async (changes: Parameters<typeof briefOf>[0] = {}) => {
    const { id } = await client.call('createCampaign', { body: briefOf({ governanceMode: 'GUIDED', ...changes }) });
    return { campaignId: id, phaseId: 'research', follower: follow(target, owner, id) };
  };
  /** Nobody but the walk follows it on. */
  const left = ({ follower, ...campaign }: Awaited<ReturnType<typeof followed>>) => {
    follower.close();
    return campaign;
  };
  const waiting = async () => {
    const campaign = await followed();
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION');
    return campaign;
  };
  const begun = async () => {
    const campaign = await followed({ governanceMode: 'SEMI_AUTO' });
    await campaign.follower.untilPhase('strategy', 'WAITING_VALIDATION');
    return left(campaign);
  };
  const broken = async () => {
    const campaign = await followed({ name: brokenName });
    await campaign.follower.untilPhase('research', 'FAILED');
    return left(campaign);
  };
  const stranded = async () => {
    const campaign = left(await waiting());
    const machine = process.env['STATE_MACHINE_ARN'] ?? '';
    const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${campaign.campaignId}`;
    await new SFNClient({}).send(new StopExecutionCommand({ executionArn }));
    return campaign;
  };
  const withPair = async () => {
    const campaign = await followed({ governanceMode: 'SEMI_AUTO' });
    const on = (phaseId: string) => ({ params: { campaignId: campaign.campaignId, phaseId } });
    await campaign.follower.untilPhase('strategy', 'WAITING_VALIDATION');
    await client.call('approvePhase', on('strategy'));
    await campaign.follower.untilPhase('visuals', 'WAITING_VALIDATION');
    const { assets } = await client.call('listAssets', { query: { campaignId: campaign.campaignId } });
    const one = assets.filter(isGenerated).find(({ phaseId }) => phaseId === 'visuals');
    return { ...left(campaign), phaseId: 'visuals', assetId: one?.id ?? '' };
  };
  const planned = async () => {
    const campaign = await followed({ governanceMode: 'AUTO' });
    await campaign.follower.untilPhase('distribution', 'COMPLETED');
    return { ...left(campaign), phaseId: 'distribution' };
  };
  const draft = async () => {
    const { id } = await client.call('createCampaign', { body: { ...briefOf(), launch: false } });
    return { campaignId: id };
  };
  const sentUpload = async () => {
    const bytes = new Uint8Array(gradientPng(64, 48, [10, 20, 30], [200, 180, 160]));
    const mediaType = 'image/png';
    const body = { fileName: 'logo.png', mediaType, byteLength: bytes.byteLength } as const;
    const { asset, upload } = await client.call('createUpload', { body });
    await fetch(upload.url, { method: upload.method, body: bytes, headers: { 'content-type': mediaType } });
    return { assetId: asset.id };
  };
  const webhook = async () => {
    const body = { url: 'http://127.0.0.1:9/', events: ['campaign:failed' as const] };
    return { webhookId: (await client.call('createWebhook', { body })).webhook.id };
  };
  /** With something in its log: nobody takes it, which is logged as well. */
  const triedWebhook = async () => {
    const params = await webhook();
    const { deliveryId } = await client.call('testWebhook', { params });
    await vi.waitFor(async () => {
      const { deliveries } = await client.call('listWebhookDeliveries', { params });
      if (deliveries.length === 0) throw new Error('It has not been tried yet');
    });
    return { ...params, deliveryId };
  };
  const key = async () => {
    const body = { name: 'Walk', expiresInDays: 1, scopes: ['campaigns:read' as const] };
    return { keyId: (await client.call('createApiKey', { body })).key.id };
  };

  const [main, generated, ownKey, ownWebhook] = await Promise.all([
    waiting(),
    client.call('generateImage', { body: { prompt: 'Bread on a table', widthPixels: 240, heightPixels: 240 } }),
    key(),
    triedWebhook(),
  ]);
  const { assets } = await client.call('listAssets', { query: { campaignId: main.campaignId } });
  const common: Owned = {
    campaignId: main.campaignId,
    phaseId: main.phaseId,
    postId: sampleOutputs.Social.scheduledPosts[0]?.id ?? '',
    assetId: assets[0]?.id ?? '',
    generationId: generated.generation.id,
    ...ownKey,
    ...ownWebhook,
  };
  const [
    approved,
    rejected,
    skipped,
    retried,
    written,
    chosen,
    launched,
    relaunched,
    deleted,
    exported,
    file,
    upload,
    hook,
    moved,
    snoozed,
  ] = await Promise.all([
    waiting().then(left),
    waiting().then(left),
    waiting().then(left),
    broken(),
    broken(),
    withPair(),
    draft(),
    stranded(),
    waiting().then(left),
    begun(),
    sentUpload(),
    sentUpload(),
    webhook(),
    planned(),
    waiting().then(left),
  ]);
  const ownOf: Partial<Record<OperationId, Partial<Owned>>> = {
    approvePhase: approved,
    rejectPhase: rejected,
    skipPhase: skipped,
    retryPhase: retried,
    writePhase: written,
    chooseVariant: chosen,
    launchCampaign: launched,
    relaunchCampaign: relaunched,
    deleteCampaign: deleted,
    exportCampaign: exported,
    deleteAsset: file,
    completeUpload: upload,
    deleteWebhook: hook,
    movePost: moved,
    snoozePhase: snoozed,
  };
  return { of: (id) => ({ ...common, ...ownOf[id] }), follower: main.follower };
}
