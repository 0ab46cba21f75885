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

const said = async (language: Language, objective: string, ...others: string[]) => {
  const brief = eventOf(language, objective);
  const { campaignGoals } = brief.briefData;
  const objectives = [objective, ...others];
  const { values } = await writeCampaign({ ...brief, briefData: { ...brief.briefData, campaignGoals: { ...campaignGoals, objectives } } });
  const texts = [...(values.scheduledPosts ?? []).map(({ text }) => text), ...(values.emails ?? []).map(({ subject, body }) => `${subject} ${body}`), values.articleMarkdown ?? ''];
  return texts.join('\n').replaceAll(/[\s\u00a0\u202f]+/gu, ' ');
}; // biome-ignore format: a campaign

it('says the hour beside the day of a visit, though other hours are named, and never "until" a day that is the only one', async () => {
  const text = await said('fr', 'faire venir du monde à nos portes ouvertes samedi 30 janvier de 10h a 17h, 12 rue du Stade à Carhaix', 'un notaire répond de 14h à 16h');
  expect(text).toContain('le samedi 30 janvier de 10 h à 17 h');
  expect(text).not.toMatch(/jusqu’au samedi 30 janvier|dernier jour/iu);
  expect(text).toMatch(/samedi 30 janvier(?: de 10 h à 17 h)? à Carhaix/u);
}); // biome-ignore format: a table

it('says where, beside the day, and how people answer', async () => {
  const text = await said('en', 'Get 150 members to attend the hearing about the night shift on Feb 10 2027, 6:30pm, Carpenters Hall, 221 Grant St, Pittsburgh', 'RSVP by text 412-555-0182 by Feb 8');
  expect(text).toMatch(/February(?: 10)? at 6:30pm at Carpenters Hall/u);
  expect(text).toContain('Place: Carpenters Hall, 221 Grant St, Pittsburgh');
  expect(text).toContain('by text to 412-555-0182');
  expect(text).toMatch(/until Monday,? 8 February|until Monday, February 8/u);
}); // biome-ignore format: a table

it('tells the lowest of several prices as one of several, and pay from one end to the other', async () => {
  expect(await said('en', 'sell 45 refurbished bikes, £120 - £480')).toContain('from £120');
  expect(await said('en', 'Recruit 4 nurses, £37,338 - £44,962 a year')).toMatch(/£37,338 to £44,962/u);
});
