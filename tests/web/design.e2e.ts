// The parts that pages are built of, by themselves.
import { describe, expect, it } from 'vitest';
import { findBrowser } from './browser.ts';
import { isSound, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('the design', () => {
  const visit = useVisits();

  it('shows every part of its design with no barrier, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await visit({ colorScheme });
      await page.goto('/design');
      await page.getByRole('heading', { name: 'Colours' }).waitFor();
      await isSound(page);
      expect(complaints).toEqual([]);
    }
  });
});
