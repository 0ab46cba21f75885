// Two people who share nothing but the platform: neither sees anything of the other, wherever they look.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { clientOf, isSound, launch, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('somebody of another tenant', () => {
  const visit = useVisits();

  it('sees nothing of it in any list, nor at an address that they were sent', async () => {
    const owner = await visit();
    await register(owner.page);
    const client = await clientOf(owner.page);
    const campaignId = await launch(client, { name: 'Nobody else may see', governanceMode: 'GUIDED' });
    await client.call('createApiKey', {
      body: { name: 'Key of the owner', expiresInDays: 1, scopes: ['campaigns:read'] },
    });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await owner.page.goto('/');
    await owner.page.getByRole('link', { name: 'Nobody else may see' }).waitFor();

    const { page, complaints } = await visit();
    await register(page);
    for (const [address, words] of [
      ['/', 'No campaign yet'],
      ['/?search=Nobody', 'Nothing matches'],
      ['/approvals', 'Nothing waits for you'],
      [`/approvals?campaign=${campaignId}&phase=research`, 'There is nothing here'],
      ['/calendar', 'Nothing is planned here'],
      [`/calendar?campaign=${campaignId}`, 'Nothing is planned here'],
      ['/assets', 'No pictures or films yet'],
      [`/assets?campaign=${campaignId}`, /^No(thing| pictures or films)/],
      ['/costs', 'Nothing was used in'],
      [`/costs?campaignId=${campaignId}`, 'No call of a campaign fits'],
      ['/settings?section=keys', 'No API key yet'],
      [`/campaigns/${campaignId}`, 'There is nothing at this address'],
      [`/campaigns/${campaignId}?phase=research&tab=provenance`, 'There is nothing at this address'],
      [`/campaigns/new?draft=${campaignId}`, 'There is nothing at this address'],
    ] as const) {
      await page.goto(address);
      await page.getByText(words).filter({ visible: true }).first().waitFor();
      expect(await page.getByText(/Nobody else may see|Key of the owner|Northbeam/).count(), address).toBe(0);
      await isSound(page);
    }
    expect(await page.title()).not.toContain('(');
    expect(complaints).toEqual([]);
  });
});
