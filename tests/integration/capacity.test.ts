// What a whole default campaign costs in the table. The real agents write outputs of real size; only pictures and films are
// imitations, because their bytes never touch the table. `PRINT_UNITS=1` prints the figures for docs/TABLE.md.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { agents } from '../../shared/agents/registry.ts';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { Models, TextModel } from '../../shared/models/model.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { briefOf, type Follower, follow, registerUser, type User } from '../support/campaign-driver.ts';
import { startCapacityMeter, totalOf, unitsTable } from '../support/capacity-meter.ts';
import { paidModels } from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';

/** ARCHITECTURE §9: what one campaign may write, whoever looks at it. */
const mostWriteUnits = 250;
/** The same of one whose models cost money. */
const mostWriteUnitsPaid = 260;
const meter = startCapacityMeter();
afterAll(() => meter.stop());
const free = imitationMedia();
/** What the models of the platform are now. */
const offered: Models[] = [free];
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({ directory, agents, models: offered, around: meter.functions }),
);
let user: User;
beforeEach(async () => {
  offered.splice(0, Infinity, free);
  user = await registerUser(platform);
  meter.take(); // what registering consumed
});

/** What was consumed up to the end of a campaign, whose watching socket is closed afterwards and counts for nobody. */
async function unitsToTheEnd(follower: Follower) {
  await follower.until('campaign:completed');
  await meter.idle('finish-campaign');
  const units = meter.take();
  follower.close();
  await meter.idle('live-disconnect');
  meter.take();
  return units;
}

/** Questions that were put, each of which is waited for by a step of its own. */
let asked = 0;

/**
 * Runs a campaign to its end as the web application does: one socket, every decision taken as soon as its step waits for it. Who is faster than that
 * costs a step more.
 */
async function runCampaign(governanceMode: NonNullable<BriefInput['governanceMode']>) {
  const { id, phases } = await user.client.call('createCampaign', {
    body: briefOf({ governanceMode, language: 'fr' }),
  });
  const follower = follow(platform, user, id);
  const decided = phases
    .filter(({ needsApproval }) => needsApproval)
    .map(async (phase) => {
      const params = { campaignId: id, phaseId: phase.id };
      await follower.untilPhase(phase.id, 'WAITING_VALIDATION');
      asked += 1;
      await meter.ended('request-approval', () => asked);
      await user.client.call('getPhase', { params });
      await user.client.call('approvePhase', { params });
    });
  await Promise.all(decided);
  expect(await follower.untilFinished()).toBe('COMPLETED');
  return { id, units: await unitsToTheEnd(follower), decisions: decided.length };
}

/** The studio's texts and imitated media from a provider that wants money for each. */
function paidStudio(id: string): Models {
  const price = { worstCaseMicroUsd: 2000, costMicroUsd: 700 };
  const paid = paidModels(price, undefined, { provider: `provider-${id}`, id: `model-${id}` });
  const usage = { inputTokens: 900, outputTokens: 700, costMicroUsd: price.costMicroUsd };
  const generate: TextModel['generate'] = async (request) => ({
    ...(await offlineStudio.text.generate(request)),
    usage,
  });
  return { ...paid, text: { ...paid.text, generate } };
}

const print = (title: string, units: Parameters<typeof unitsTable>[0]) => {
  if (process.env['PRINT_UNITS'] === '1') console.log(`\n${title}\n\n${unitsTable(units)}\n`);
};

describe('a whole default campaign', () => {
  it.each([
    ['AUTO', 0],
    ['SEMI_AUTO', 4],
    ['GUIDED', 9],
  ] as const)(`in %s writes at most ${mostWriteUnits} units`, async (mode, decisions) => {
    const run = await runCampaign(mode);
    print(`A default campaign in ${mode}`, run.units);
    expect(run.decisions).toBe(decisions);
    const callsOf = (operation: string) => run.units.find((entry) => entry.operation === operation)?.calls ?? 0;
    expect([callsOf('open-gate'), callsOf('run-agent'), callsOf('complete-phase'), callsOf('finish-campaign')]).toEqual(
      [10, 10, 0, 1], // a phase ends where its agent ran, or where a person decided about it
    );
    const { writeUnits } = totalOf(run.units);
    expect(writeUnits).toBeGreaterThan(100); // far less would mean that something is not counted
    expect(writeUnits).toBeLessThanOrEqual(mostWriteUnits);
  });
});

/** What a call may cost is reserved, what it did cost is counted, and its answer can be found again; of two models, which did better is learnt. */
describe('a campaign with paid models, router and cache', () => {
  it.each([
    [1, 'AUTO', 0],
    [1, 'SEMI_AUTO', 4],
    [1, 'GUIDED', 9],
    [2, 'AUTO', 0],
    [2, 'SEMI_AUTO', 4],
    [2, 'GUIDED', 9],
  ] as const)(
    `of %i for each thing in %s, where people decide %i times, writes at most ${mostWriteUnitsPaid} units, and each call says how it was asked`,
    async (count, mode, decisions) => {
      offered.splice(0, Infinity, ...['one', 'two'].slice(0, count).map(paidStudio));
      const run = await runCampaign(mode);
      print(`A default campaign in ${mode} with ${count} paid models for everything`, run.units);
      const { calls } = await user.client.call('listModelCalls', { params: { campaignId: run.id } });
      expect([run.decisions, calls.length]).toEqual([decisions, 12]);
      for (const call of calls)
        expect(call).toMatchObject({
          ...{ status: 'SETTLED', costMicroUsd: 700, promptVersion: expect.stringMatching(`${call.agent}\\.fr@\\d+`) },
          chosenBecause: { kind: expect.stringMatching(/^(drawn|after-others|left-out|only-one)$/) },
        });
      const { writeUnits } = totalOf(run.units);
      expect(writeUnits).toBeGreaterThan(150);
      expect(writeUnits).toBeLessThanOrEqual(mostWriteUnitsPaid);
    },
  );
});

it('reading costs little: no operation of the API reads more than a few units', async () => {
  const { id } = await user.client.call('createCampaign', { body: briefOf({ governanceMode: 'AUTO' }) });
  const follower = follow(platform, user, id);
  await unitsToTheEnd(follower);
  const at = { params: { campaignId: id } };
  const { assets } = await user.client.call('listAssets', { query: { campaignId: id } });
  const assetId = assets[0]?.id ?? '';
  meter.take();
  await user.client.call('listCampaigns');
  await user.client.call('getCampaign', at);
  await user.client.call('getPhase', { params: { campaignId: id, phaseId: 'content' } });
  await user.client.call('listEvents', at);
  await user.client.call('listModelCalls', at);
  await user.client.call('listAssets', { query: { campaignId: id } });
  await user.client.call('getAsset', { params: { assetId } });
  await user.client.call('downloadAsset', { params: { assetId } });
  await user.client.call('changeCampaign', { ...at, body: { name: 'Renamed' } });
  const units = meter.take();
  print('Reading and changing', units);
  for (const { operation, readUnits, writeUnits } of units) {
    expect([operation, readUnits <= (operation === 'listEvents' ? 40 : 12)]).toEqual([operation, true]);
    expect([operation, writeUnits]).toEqual([operation, operation === 'changeCampaign' ? 1 : 0]);
  }
  await user.client.call('deleteCampaign', at);
  await registerUser(platform);
  print('Deleting, and registering', meter.take());
});

it('nothing else of the API costs more than a few units either', async () => {
  const { client } = user;
  const campaign = await client.call('createCampaign', {
    body: { ...briefOf({ governanceMode: 'AUTO' }), launch: false },
  });
  const at = { params: { campaignId: campaign.id } };
  await client.call('estimateCampaign', { body: briefOf() });
  await client.call('changeCampaign', { ...at, body: { name: 'A draft', language: 'fr' } });
  await client.call('launchCampaign', at);
  const follower = follow(platform, user, campaign.id);
  await unitsToTheEnd(follower);

  await client.call('readCosts', at);
  await client.call('exportCampaign', at);
  const { assets } = await client.call('listAssets', { query: { campaignId: campaign.id } });
  await client.call('changeAsset', { params: { assetId: assets[0]?.id ?? '' }, body: { status: 'archived' } });
  await client.call('createUpload', { body: { fileName: 'logo.png', mediaType: 'image/png', byteLength: 1000 } });
  await client.call('getProfile');
  await client.call('changeProfile', { body: { language: 'fr' } });
  await client.call('getUsage');
  await client.call('getQuota');
  const { key } = await client.call('createApiKey', {
    body: { name: 'Shop', expiresInDays: 1, scopes: ['assets:read'] },
  });
  await client.call('listApiKeys');
  await client.call('revokeApiKey', { params: { keyId: key.id } });
  const { webhook } = await client.call('createWebhook', {
    body: { url: 'http://127.0.0.1:9/', events: ['campaign:completed'] },
  });
  await client.call('listWebhooks');
  await client.call('deleteWebhook', { params: { webhookId: webhook.id } });

  const units = meter.take();
  print('The rest of the API', units);
  expect(units.length).toBeGreaterThan(12);
  for (const { operation, readUnits, writeUnits } of units)
    expect([operation, readUnits <= 30, writeUnits <= 10]).toEqual([operation, true, true]);
});
