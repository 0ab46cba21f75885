import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brandPalette } from '../../domain/media/brand-palette.ts';
import { contrastRatio, READABLE_CONTRAST } from '../../domain/media/colour.ts';
import { outputsStyle } from '../../outputs/outputs-style.ts';
import { assetPaths } from '../file-names.ts';
import { sampleExportData } from '../testing/sample-export-data.ts';
import { pageStyle } from './page-style.ts';
import { report } from './report.ts';
import { reportColours } from './report-style.ts';

/** The page's own colours by name, for paper and for the night, read out of its style sheet. */
const [light = {}, dark = {}] = [...pageStyle.matchAll(/:root\{([^}]*)\}/g)].map(([, rules = '']) =>
  Object.fromEntries([...rules.matchAll(/--(\w+):(#[0-9a-f]{3,6})/g)].map(([, name = '', hex = '']) => [name, hex])),
);
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const tone = fc.constantFrom('', 'ludique', 'professional', 'élégant', 'calme', 'mystérieux', 'solennel');

it('can be read everywhere, by day and by night, in any brand’s colours', () => {
  fc.assert(
    fc.property(fc.string(), tone, fc.option(colour, { nil: '' }), (brandName, spoken, words) => {
      const own = reportColours(brandPalette({ brandName, tone: spoken, words }));
      for (const [page, { accent, tint }] of [[light, own.light], [dark, own.dark]] as const)
        for (const ground of [page.paper, page.card, tint])
          for (const ink of [accent, page.ink, page.soft, page.warn, page.good, page.bad])
            expect(contrastRatio(ink ?? '', ground ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(READABLE_CONTRAST);
    }),
  );
}); // biome-ignore format: pairs

it('writes the names of networks so that they can be read on their colours', () => {
  const colours = [...outputsStyle.matchAll(/--network: (#[0-9a-f]{6})/g)].map(([, hex = '']) => hex);
  expect(colours.length).toBeGreaterThan(8);
  for (const hex of colours) expect(contrastRatio('#ffffff', hex), hex).toBeGreaterThanOrEqual(READABLE_CONTRAST);
});

it('has the colours of the brand’s pictures and films', () => {
  const exportData = sampleExportData();
  const { companyInfo, brandIdentity } = exportData.campaign.briefData;
  const palette = brandPalette({
    brandName: companyInfo.name,
    tone: brandIdentity.tone,
    words: brandIdentity.brandValues,
  });
  const page = report(exportData, assetPaths(exportData.assets.map(({ asset }) => asset)));

  expect(page).toContain(`--accent:${reportColours(palette).light.accent}`);
});
