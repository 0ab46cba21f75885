// What a brief says to the team alone stands in nothing that the public is to read, wherever in the brief it was written.
import { describe, expect, it } from 'vitest';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import { briefSchema } from '../../shared/contracts/brief.ts';
import type { Language } from '../../shared/contracts/language.ts';

interface Told {
  readonly objectives?: readonly string[];
  readonly brandValues?: string;
  readonly name?: string;
  readonly audience?: string;
}

const briefOf = (language: Language, { objectives, brandValues = 'kind', name = 'Boxes', audience }: Told) =>
  briefSchema.parse({
    name,
    language,
    briefData: {
      companyInfo: { name: 'Maison Test', sector: 'shop' },
      campaignGoals: {
        objectives: objectives ?? [language === 'fr' ? 'Vendre 30 coffrets' : 'Sell 30 gift boxes'],
        targetAudience: audience ?? 'people of Cork',
        budget: { amount: 500, currency: 'EUR' },
        duration: '4 weeks',
      },
      brandIdentity: { tone: 'warm', brandValues, priorityChannels: ['email', 'facebook'] },
    },
  });

/** All that is made for the public, with the prompts of pictures and films: research and strategy are read by the team. */
async function published(language: Language, told: Told): Promise<string> {
  const { values } = await runOffline(briefOf(language, told), { models: imitationMedia() });
  const { creativeBriefs, headlines, ctaList, copyByChannel, emails, adGroups, articleTitle, articleMarkdown } = values;
  const { scheduledPosts, liveCampaign, visuals, videos } = values;
  return JSON.stringify([
    [creativeBriefs, headlines, ctaList, copyByChannel, emails, adGroups],
    [articleTitle, articleMarkdown, scheduledPosts, liveCampaign, visuals, videos],
  ]);
}

describe('a secret of the brief', () => {
  it.each<[Language, Told]>([
    ['en', { brandValues: 'handmade since 1998 – don’t tell anyone: Zorblax buys us in March' }],
    ['en', { brandValues: '"handmade" – Zorblax will buy us, not public' }],
    ['en', { brandValues: 'local oak (Zorblax supplies it - confidential), open daily' }],
    ['en', { brandValues: 'made in Cork\nsecret: Zorblax is our supplier' }],
    ['en', { brandValues: 'Our supplier is Zorblax. Do not share it. Open daily' }],
    ['en', { brandValues: 'handmade in Cork - 12 people work here - Zorblax owns us, keep this between us' }],
    ['en', { brandValues: '| Values | handmade | | Internal | Zorblax buys us |' }],
    ['en', { name: 'Zorblax merger, not public - order by 14 Dec', objectives: ['Order by 14 Dec'] }],
    ['en', { objectives: ['Zorblax takeover - don’t mention it - order by 14 Dec'] }],
    ['en', { name: 'Zorblax launch (confidential)' }],
    ['en', { audience: 'people of Cork – Zorblax employees, internal only' }],
    ['fr', { brandValues: 'fait main - entre nous, Zorblax nous rachète' }],
    ['fr', { brandValues: '« fait main » – Zorblax nous rachète, à ne pas dire' }],
    ['fr', { brandValues: 'Zorblax nous rachète. N’en parlez pas. Ouvert tous les jours' }],
    ['fr', { objectives: ['| Offre | coffret | | Interne | Zorblax nous rachète |'] }],
  ])('is not published (%s): %o', async (language, told) => {
    expect(JSON.stringify(told)).toContain('Zorblax');
    expect(await published(language, told)).not.toContain('Zorblax');
  });

  it('takes nothing else of the brief with it', async () => {
    const text = await published('en', { brandValues: 'Handmade in Cork since 1998. Secret: Zorblax is our supplier' });
    expect(text).toMatch(/handmade in Cork since 1998/i);
  });
});
