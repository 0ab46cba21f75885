// The report as it comes out of a printer: Chromium lays out A4 as it prints it.
import { describe, expect, it } from 'vitest';
import { assetPaths } from '../../shared/export/file-names.ts';
import { report } from '../../shared/export/report/report.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';
import { findBrowser } from './browser.ts';
import { useVisits } from './visitor.ts';

/** A4 without the margins that the style sheet asks for, in CSS pixels. */
const printed = { width: 672, height: 987 };

describe.skipIf(!findBrowser())('the printed report', () => {
  const visit = useVisits();

  it('lies on white paper also at night, keeps what belongs together on one page, and lets nothing lie over anything', async () => {
    const { page } = await visit();
    const dossier = sampleExportData();
    await page.setViewportSize(printed);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setContent(report(dossier, assetPaths(dossier.assets.map(({ asset }) => asset))));
    const seen = await page.evaluate(() => {
      // A scene of a real campaign says more than one of the sample.
      for (const words of document.querySelectorAll('.frame p'))
        words.textContent = 'To camera, somebody from the team says in one sentence what happens here. '.repeat(3);
      const boxes = [...document.querySelectorAll<HTMLElement>('.frame, .card, .storyboard li, .swot > div, td')];
      const whole = [...document.querySelectorAll('.swot, .card, .storyboard li')];
      return {
        paper: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
        boxes: boxes.length,
        overlapping: boxes.filter((box) => {
          const parent = box.parentElement?.getBoundingClientRect();
          return !parent || box.getBoundingClientRect().right > parent.right + 1 || (box.className === 'frame' && box.scrollWidth > box.clientWidth + 1);
        }).map(({ className, textContent }) => `${className}: ${textContent}`),
        cut: whole.filter((element) => getComputedStyle(element).breakInside !== 'avoid').map(({ className }) => className),
      };
    }); // biome-ignore format: what is measured
    expect(seen.boxes).toBeGreaterThan(20);
    expect(seen).toMatchObject({ paper: '#fff', overlapping: [], cut: [] });
  });
});
