// What a person changes when approving a phase is what the phases after it say.
import { describe, expect, it } from 'vitest';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import { type Brief, briefSchema } from '../../shared/contracts/brief.ts';

const briefs: Record<'fr' | 'en', Brief> = {
  fr: briefSchema.parse({
    name: 'Hiver au chaud',
    language: 'fr',
    briefData: {
      companyInfo: { name: 'Toits & Tables', sector: 'association', website: 'https://toits.example' },
      campaignGoals: {
        objectives: ['Collecter 80 000 € de dons pour les maraudes de Lyon avant le 31 décembre'],
        targetAudience: 'donateurs lyonnais',
        budget: { amount: 1500, currency: 'EUR' },
        duration: '5 semaines',
      },
      brandIdentity: {
        tone: 'digne',
        brandValues: '92 % des dons vont au terrain, 340 personnes logées en 2025, repas chauds chaque soir',
        priorityChannels: ['facebook', 'email', 'x'],
      },
    },
  }),
  en: briefSchema.parse({
    name: 'Spring classes',
    language: 'en',
    briefData: {
      companyInfo: { name: 'Lingua Viva', sector: 'language school', website: 'https://lingua.example' },
      campaignGoals: {
        objectives: ['Fill 8 evening classes before 18 January'],
        targetAudience: 'working adults in Manchester',
        budget: { amount: 600, currency: 'GBP' },
        duration: '5 weeks',
      },
      brandIdentity: {
        tone: 'chatty',
        brandValues: 'native teachers in every room, small groups of 12, rated 4.9/5 by 800 students',
        priorityChannels: ['facebook', 'email', 'x'],
      },
    },
  }),
};

type Strategy = NonNullable<OutputValues['strategyReport']>;
const run = (language: 'fr' | 'en', edit: (report: Strategy) => Strategy = (report) => report, feedback?: string[]) =>
  runOffline(briefs[language], {
    models: imitationMedia(),
    ...(feedback ? { feedback: { CMO: feedback } } : {}),
    edits: {
      CMO: (values) => ({
        ...values,
        ...(values.strategyReport ? { strategyReport: edit(values.strategyReport) } : {}),
      }),
    },
  });
const withMessage =
  (message: string) =>
  (report: Strategy): Strategy => ({ ...report, keyMessages: [message, ...report.keyMessages.slice(1)] });

/** What the public reads or hears, by the phase that made it. */
const texts = ({
  headlines,
  copyByChannel,
  emails,
  articleMarkdown,
  creativeBriefs,
  scheduledPosts,
}: OutputValues) => ({
  headlines: headlines?.join(' ') ?? '',
  copy: copyByChannel?.map(({ body }) => body).join(' ') ?? '',
  emails: emails?.map(({ body }) => body).join(' ') ?? '',
  article: articleMarkdown ?? '',
  scripts: creativeBriefs?.flatMap(({ scenes }) => scenes.map(({ voiceOver }) => voiceOver)).join(' ') ?? '',
  posts: scheduledPosts?.map(({ text }) => text).join(' ') ?? '',
});
const even = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/gu, ' ').replaceAll('’', "'");

describe('a key message that a person wrote into the strategy', () => {
  it.each([
    ['fr', 'Personne ne dort dehors cet hiver'],
    ['en', 'Order your first coffee in Spanish by March'],
  ] as const)('is said by every text that follows (%s)', async (language, message) => {
    const { values } = await run(language, withMessage(message));
    for (const [where, text] of Object.entries(texts(values))) expect(even(text), where).toContain(message);
  });

  it('changes nothing where nobody wrote one', async () => {
    const [plain, approved] = await Promise.all([runOffline(briefs.fr, { models: imitationMedia() }), run('fr')]);
    expect(texts(approved.values)).toEqual(texts(plain.values));
  });

  it('is what the person asked for, after the strategy was sent back', async () => {
    const { values } = await run('fr', undefined, ['Parler de la halte de nuit de la gare']);
    expect(even(texts(values).article)).toContain('halte de nuit de la gare');
  });

  it('obeys the rules of the brief like every sentence', async () => {
    const { values } = await run('fr', withMessage('Aidez-nous vite ! Vraiment !'));
    expect(even(texts(values).article)).toContain('Aidez-nous vite');
  });
});

describe('what a person writes over the copy', () => {
  it.each([
    ['fr', 'Un lit, une soupe, une nuit', 'Offrez une nuit au chaud'],
    ['en', 'Your first word by Tuesday', 'Claim a chair'],
  ] as const)('opens and closes posts (%s)', async (language, headline, call) => {
    const edit = (values: OutputValues): OutputValues => ({
      ...values,
      headlines: [headline, ...(values.headlines ?? []).slice(1)],
      ctaList: [call, ...(values.ctaList ?? []).slice(1)],
    });
    const { values } = await runOffline(briefs[language], { models: imitationMedia(), edits: { Copywriter: edit } });
    const posts = values.scheduledPosts ?? [];
    for (const channel of new Set(posts.map((post) => post.channel))) {
      const first = posts.find((post) => post.channel === channel);
      expect(even(first?.text ?? ''), channel).toContain(headline);
    }
    expect(posts.filter(({ text }) => even(text).includes(call)).length).toBeGreaterThan(posts.length / 4);
  });

  it('says nothing twice where nobody did', async () => {
    const plain = await runOffline(briefs.fr, { models: imitationMedia() });
    const headlines = plain.values.headlines ?? [];
    const posts = plain.values.scheduledPosts ?? [];
    expect(posts.filter(({ text }) => headlines.some((headline) => text.includes(headline)))).toEqual([]);
  });
});

describe('a word to be found by that a person added', () => {
  it.each(['fr', 'en'] as const)('stands in the article and begins its description (%s)', async (language) => {
    const keyword = language === 'fr' ? 'maraude bénévole lyon' : 'spanish lessons after work';
    const edit = (values: OutputValues): OutputValues => ({
      ...values,
      keywordsList: (values.keywordsList ?? []).map((entry, index) => (index === 2 ? { ...entry, keyword } : entry)),
    });
    const { values } = await runOffline(briefs[language], { models: imitationMedia(), edits: { SEO: edit } });
    expect(values.articleMarkdown?.split(/\s+/u).slice(0, 100).join(' ')).toContain(keyword);
    expect(values.metaDescription?.toLowerCase().startsWith(keyword)).toBe(true);
  });
});

describe('a point that a person wrote into the study', () => {
  const point = 'Le dispositif municipal ferme dès 22 h';
  it('is noted in the strategy, and nothing where nobody did', async () => {
    const edit = (values: OutputValues): OutputValues => ({
      ...values,
      ...(values.marketAnalysisReport
        ? {
            marketAnalysisReport: {
              ...values.marketAnalysisReport,
              slides: values.marketAnalysisReport.slides.map((slide) =>
                slide.kind === 'swot' ? { ...slide, opportunities: [point, ...slide.opportunities.slice(1)] } : slide,
              ),
            },
          }
        : {}),
    });
    const summary = async (edits: Parameters<typeof runOffline>[1]) => {
      const { values } = await runOffline(briefs.fr, {
        ...edits,
        models: imitationMedia(),
        only: ['MarketAnalyst', 'CMO'],
      });
      return even(values.strategyReport?.summary ?? '');
    };
    expect(await summary({ edits: { MarketAnalyst: edit } })).toContain(`Ajouté à l'étude : « ${point} »`);
    expect(await summary({})).not.toContain("Ajouté à l'étude");
  });
});

describe('a claim that a person took out of the strategy', () => {
  it.each([
    ['fr', '92 %'],
    ['en', '4.9/5'],
  ] as const)('is gone from all that follows (%s)', async (language, claim) => {
    const before = await run(language);
    expect(even(JSON.stringify(before.values.strategyReport))).toContain(claim);
    expect(even(JSON.stringify(texts(before.values)))).toContain(claim);
    // Every sentence that tells it is written anew.
    const { values } = await run(language, (report) =>
      JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
        typeof value === 'string' && even(value).includes(claim) ? 'Come as you are.' : value,
      ),
    );
    expect(even(JSON.stringify(values.strategyReport))).not.toContain(claim);
    expect(even(JSON.stringify(texts(values)))).not.toContain(claim);
  });
});

describe('an order or a secret among the objectives', () => {
  it('is no figure to measure, and nobody reads it in a working document', async () => {
    const objectives = [...briefs.fr.briefData.campaignGoals.objectives, 'tête d’affiche SECRÈTE : c’est Éliane R., chut', 'ne pas citer le maire'];
    const { campaignGoals } = briefs.fr.briefData;
    const brief = { ...briefs.fr, briefData: { ...briefs.fr.briefData, campaignGoals: { ...campaignGoals, objectives } } };
    const { values } = await runOffline(brief, { models: imitationMedia(), only: ['MarketAnalyst', 'CMO'] });
    expect(JSON.stringify(values.strategyReport)).not.toMatch(/Éliane|maire/u);
  }); // biome-ignore format: short
});

describe('a question among the objectives', () => {
  it('is asked, and no figure to measure; what is decided beside it is', async () => {
    const { campaignGoals } = briefs.fr.briefData;
    const objectives = [
      ...campaignGoals.objectives,
      'Ouvrir deux ateliers. Faut-il viser 777 inscrits ?',
      '888 abonnés, à voir ensemble',
    ];
    const brief = {
      ...briefs.fr,
      briefData: { ...briefs.fr.briefData, campaignGoals: { ...campaignGoals, objectives } },
    };
    const { values } = await runOffline(brief, { models: imitationMedia(), only: ['MarketAnalyst', 'CMO'] });
    const { kpis, summary } = values.strategyReport ?? {};
    expect(JSON.stringify(kpis)).not.toMatch(/777|888/u);
    expect(JSON.stringify(kpis)).toContain('Ouvrir deux ateliers');
    expect(summary).toMatch(/777 inscrits.\?.» reste une question/u);
  });
});
