import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unzipExport } from '../../shared/export/unzip-export.ts';
import { briefOf, follow, problemOf, registerUser } from '../support/campaign-driver.ts';
import { target } from './journey.ts';

describe('a campaign that is planned before it runs', () => {
  it('goes from a draft over an estimate, the launch and its costs to an export that is whole', async () => {
    const user = await registerUser(target());
    const body = briefOf({ governanceMode: 'AUTO' });
    const { id: campaignId, status } = await user.client.call('createCampaign', { body: { ...body, launch: false } });
    expect(status).toBe('DRAFT');
    const at = { params: { campaignId } };
    const follower = follow(target(), user, campaignId);
    onTestFinished(async () => {
      follower.close();
      await user.client.call('deleteCampaign', at);
    });
    expect((await problemOf(user.client.call('exportCampaign', at))).status).toBe(409);
    await user.client.call('changeCampaign', { ...at, body: { name: 'Summer launch' } });

    const estimate = await user.client.call('estimateCampaign', { body });
    expect(estimate.fitsBudget).toBe(true);
    expect(await user.client.call('launchCampaign', at)).toMatchObject({ status: 'RUNNING', run: 1 });
    await follower.until('campaign:completed');

    const costs = await user.client.call('readCosts', at);
    expect(costs.spentMicroUsd).toBeLessThanOrEqual(estimate.costMicroUsd.maximum);
    const callsByPhase = new Map(costs.byPhase.map(({ key, calls }) => [key, calls]));
    for (const { phaseId, calls } of estimate.byPhase)
      expect([phaseId, callsByPhase.get(phaseId) ?? 0]).toEqual([phaseId, calls]);

    const made = await user.client.call('exportCampaign', at);
    expect(made.fileName).toMatch(/^summer-launch-/);
    const bytes = new Uint8Array(await (await fetch(made.url)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const paths = unzipExport(bytes).map(({ path }) => path);
    expect(paths).toContain('report.html');
    // Two pictures and two films, each with its other shapes and posters.
    const { assets } = await user.client.call('listAssets', { query: { campaignId: at.params.campaignId } });
    expect(assets).toHaveLength(4);
    const files = assets.flatMap((asset) => (asset.origin === 'AGENT' ? [asset, ...asset.formats] : []));
    expect(files.length).toBeGreaterThan(4);
    expect(paths.filter((path) => path.startsWith('assets/'))).toHaveLength(files.length);
  });
});
