// Who reads one text about an event learns the day, and the hour where the brief gives one.
import { expect, it } from 'vitest';
import type { Language } from '../../shared/contracts/language.ts';
import { writeCampaign } from './testing/campaign-texts.ts';
import { clientBrief } from './testing/client-briefs.ts';

const eventOf = (language: Language, objective: string) =>
  clientBrief({
    ...{ name: 'Open house', language, company: 'Maison Test', sector: 'studio', audience: 'families in Bristol' },
    ...{ objectives: [objective], tone: 'simple', values: language === 'fr' ? 'entrée libre, dès 6 ans' : 'free entry, mulled cider' },
    ...{ channels: ['facebook', 'email'], amount: 500, currency: 'EUR', duration: '3 weeks' },
  }); // biome-ignore format: a table

it.each<[Language, string, string]>([
  ['fr', 'Remplir 80 places pour la veillée de contes du samedi 12 décembre 2026 à 18h30 à Rennes', 'le samedi 12 décembre à 18 h 30'],
  ['en', 'Fill 80 seats for our story evening on Saturday 12 December 2026 at 6.30pm in Bristol', 'Saturday 12 December at 6.30pm'],
])('is said with its day and its hour by the first posts and the first e-mail (%s): %s', async (language, objective, told) => {
  const { values } = await writeCampaign(eventOf(language, objective));
  const even = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').toLowerCase();
  const texts = [...(values.scheduledPosts ?? []).slice(0, 3).map(({ text }) => text), values.emails?.[0]?.body ?? ''];
  for (const text of texts) expect(even(text)).toContain(told.toLowerCase());
}); // biome-ignore format: a table

it('takes no hour where the brief names several', async () => {
  const { values } = await writeCampaign(eventOf('en', 'Fill 80 seats for our story evening on Saturday 12 December 2026, doors 5pm, stories 6.30pm'));
  expect(JSON.stringify(values.scheduledPosts)).not.toMatch(/December at \d/u);
}); // biome-ignore format: a table
