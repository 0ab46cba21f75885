import { afterEach, describe, expect, it, vi } from 'vitest';

/** Made anew for a language: what a browser would have kept. */
async function formatsIn(language: 'en' | 'fr') {
  vi.resetModules();
  vi.stubGlobal('navigator', { language });
  return import('./formats.ts');
}
afterEach(() => vi.unstubAllGlobals());
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers and money', () => {
  it('are written as the language writes them', async () => {
    const en = await formatsIn('en');
    expect([en.number(12_345.6, 1), en.amount(18_000, 'EUR'), en.percent(0.3)]).toEqual(['12,345.6', '€18,000', '30%']);
    const fr = await formatsIn('fr');
    expect([fr.number(12_345.6, 1), fr.amount(18_000, 'EUR'), fr.percent(0.3)].map(plain)).toEqual([
      '12 345,6',
      '18 000 €',
      '30 %',
    ]);
  });

  it('show small spending with the digits that tell something', async () => {
    const { spending } = await formatsIn('en');
    expect([0, 1_234, 99_999, 2_500_000].map(spending)).toEqual(['$0.00', '$0.0012', '$0.1000', '$2.50']);
  });
});

describe('times', () => {
  it('are as long as they need to be', async () => {
    const { duration } = await formatsIn('en');
    expect([0, 89, 5_400, 65_000, 4_800_000].map(duration)).toEqual([
      '0 s',
      '89 ms',
      '5 s',
      '1 min 05 s',
      '1 h 20 min',
    ]);
  });

  it('that lie back are told from now', async () => {
    const { ago } = await formatsIn('fr');
    const now = Date.parse('2026-11-26T10:00:00Z');
    expect(plain(ago('2026-11-26T09:57:00Z', now))).toBe('il y a 3 minutes');
    expect(plain(ago('2026-11-25T09:00:00Z', now))).toBe('hier');
  });
});
