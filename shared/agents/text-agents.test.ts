import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { agentOutputSchemas, publishedText } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import { type Brief, briefSchema } from '../contracts/brief.ts';
import { channels } from '../contracts/channels.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import { lineText } from '../contracts/text.ts';
import { fitCopy } from './copywriter.ts';
import { imitationMedia } from './testing/imitation-media.ts';
import { type OfflineRun, runOffline } from './testing/run-offline.ts';
import { hostileBriefs, ordinaryBriefs, sampleBrief } from './testing/sample-briefs.ts';

const textAgents = [
  'MarketAnalyst',
  'CMO',
  'Scriptwriter',
  'SEO',
  'Copywriter',
  'ContentWriter',
  'Social',
  'Analytics',
] as const;
const models = imitationMedia();
const run = (brief: Brief, feedback: Partial<Record<AgentId, string[]>> = {}) =>
  runOffline(brief, { models, feedback });
const words = (text: string) => text.split(/\s+/).filter(Boolean);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What agents wrote, without the brief itself and without prompts. */
function written({ values }: OfflineRun): string[] {
  const { briefContext: _brief, goals: _goals, visuals: _visuals, videos: _videos, ...made } = values;
  return textsOf(made);
}

function expectValid({ values }: OfflineRun): void {
  for (const agent of [...textAgents, 'designer', 'video-producer'] as const) {
    const names = Object.keys(agentOutputSchemas[agent].shape);
    const output = Object.fromEntries(
      names.map((name) => [name, Object.entries(values).find(([key]) => key === name)?.[1]]),
    );
    expect(agentOutputSchemas[agent].safeParse(output).error, agent).toBeUndefined();
  }
}

const runs = new Map<Brief, OfflineRun>();
beforeAll(async () => {
  for (const brief of ordinaryBriefs) runs.set(brief, await run(brief));
});
const runOf = (brief: Brief): OfflineRun => {
  const found = runs.get(brief);
  if (!found) throw new Error('this brief was not run');
  return found;
};

describe.each(ordinaryBriefs.map((brief) => [`${brief.language} ${brief.briefData.companyInfo.name}`, brief] as const))(
  'the campaign of %s',
  (_name, brief) => {
    it('satisfies every contract', () => expectValid(runOf(brief)));

    it('has an article of the length aimed at, with headings, keywords and no repeated paragraph', () => {
      const { articleMarkdown = '', keywordsList = [] } = runOf(brief).values;
      expect(words(articleMarkdown).length).toBeGreaterThanOrEqual(505);
      expect(words(articleMarkdown).length).toBeLessThanOrEqual(740);
      expect(articleMarkdown.match(/^## /gm)?.length).toBeGreaterThanOrEqual(3);
      const paragraphs = articleMarkdown.split('\n\n');
      expect(new Set(paragraphs).size).toBe(paragraphs.length);
      const used = keywordsList.filter(({ keyword }) => articleMarkdown.toLowerCase().includes(keyword.toLowerCase()));
      expect(used.length).toBeGreaterThanOrEqual(2);
    });

    it('keeps its number of slides, its budget and its keyword groups exact', () => {
      const { marketAnalysisReport, strategyReport, keywordsList = [], clusters = [] } = runOf(brief).values;
      const slides = marketAnalysisReport?.slides.length ?? 0;
      if (brief.briefData.analysisDepth === 'quick') expect(slides).toBe(3);
      else expect(slides).toBeGreaterThanOrEqual(6);
      expect(strategyReport?.channelMix.reduce((sum, { budgetPercent }) => sum + budgetPercent, 0)).toBe(100);
      const grouped = clusters.flatMap(({ keywords }) => keywords);
      expect([...grouped].sort()).toEqual(keywordsList.map(({ keyword }) => keyword).sort());
      expect(new Set(grouped).size).toBe(grouped.length);
    });

    it('stays within what each network allows and posts at most four times a week', () => {
      const { copyByChannel = [], scheduledPosts = [], liveCampaign } = runOf(brief).values;
      for (const copy of copyByChannel)
        expect(fitCopy(copy.channel, copy.body, copy.hashtags)).toEqual({ text: copy.body, hashtags: copy.hashtags });
      for (const post of scheduledPosts)
        expect(postLength(post.channel, publishedText(post))).toBeLessThanOrEqual(postRules[post.channel].most);
      expect(new Set(scheduledPosts.map(({ text }) => text)).size).toBe(scheduledPosts.length);
      const start = Date.parse(liveCampaign?.startsAt ?? '');
      const perWeek = Map.groupBy(scheduledPosts, ({ scheduledAt }) =>
        Math.floor((Date.parse(scheduledAt) - start) / (7 * 86_400_000)),
      );
      for (const [week, posts] of perWeek) {
        expect(week).toBeGreaterThanOrEqual(0);
        expect(posts.length).toBeLessThanOrEqual(4);
      }
      for (const { scheduledAt } of scheduledPosts) expect(scheduledAt < (liveCampaign?.endsAt ?? '')).toBe(true);
    });

    it('reads cleanly: no leftovers, no double spaces, no straight quotes', () => {
      for (const text of written(runOf(brief)))
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\}|\[\[|\|| {2}|"|\s\.(?:\s|$)|\.\.(?!\.)|\?\.|!\./u);
    });
  },
);

it('observes French elision, contraction and spacing', () => {
  for (const brief of ordinaryBriefs.filter(({ language }) => language === 'fr'))
    for (const text of written(runOf(brief))) {
      expect(text).not.toMatch(
        /(?<!\p{L})(?:de les?|à les?|[dlqjn][’']|que [ie]ls?|que elles?|si ils?|le [aâeéèêioôuû]\p{L}+|de [aâeéèêioôuû]\p{L}*)(?=\s)|[^\s\d]:\s|\p{L}[!?;»]|«\p{L}/u,
      );
    }
});

it('writes the same bytes for the same brief and other words for another one', async () => {
  const [first, second] = ordinaryBriefs;
  if (!first || !second) throw new Error('two briefs are needed');
  expect(JSON.stringify((await run(first)).values)).toBe(JSON.stringify(runOf(first).values));
  const vocabulary = (brief: Brief) =>
    new Set(
      words(runOf(brief).values.articleMarkdown ?? '').map(
        (word, index, all) => `${word} ${all[index + 1]} ${all[index + 2]}`,
      ),
    );
  for (const one of ordinaryBriefs)
    for (const other of ordinaryBriefs)
      if (one !== other) {
        const [left, right] = [vocabulary(one), vocabulary(other)];
        const shared = [...left].filter((words) => right.has(words)).length;
        expect(shared / Math.min(left.size, right.size)).toBeLessThan(0.7);
      }
});

it('speaks of the brand, the audience, the objectives and the money of the brief', () => {
  const [brief] = ordinaryBriefs;
  if (!brief) throw new Error('a brief is needed');
  const all = written(runOf(brief)).join('\n');
  for (const expected of [
    'Maison Lumière',
    'la Brioche de Minuit',
    'Gourmands de 25 à 45 ans',
    'Obtenir 1\u202f200 précommandes',
    '12\u202f000\u00a0€',
    'boulangerie artisanale',
  ])
    expect(all).toContain(expected);
});

it('names the default networks when a campaign has none', () => {
  const brief = ordinaryBriefs.find(({ name }) => name === 'Donner du temps');
  if (!brief) throw new Error('this brief is needed');
  const { liveCampaign, scheduledPosts } = runOf(brief).values;
  expect(liveCampaign?.channels).toEqual(['linkedin', 'facebook']);
  expect(liveCampaign?.summary).toContain('choisis par défaut');
  expect(scheduledPosts).toHaveLength(4);
});

it('marks every figure as a forecast and rounds it', () => {
  for (const brief of ordinaryBriefs)
    for (const { status, value } of runOf(brief).values.kpiTable ?? []) {
      expect(status).toBe('forecast');
      expect(value).toBe(Number(value.toPrecision(2)));
    }
});

it.each(hostileBriefs.map((brief) => [brief.briefData.companyInfo.name, brief] as const))(
  'survives the brief of %s',
  async (_name, brief) => {
    const result = await run(brief);
    expectValid(result);
    for (const text of written(result)) expect(text).not.toMatch(/<\/?\w+>|[\u202a-\u202e]|undefined|\[object|\[\[/u);
  },
);

it('satisfies every contract whatever a valid brief says', async () => {
  const line = (maxLength: number) =>
    fc
      .string({ minLength: 1, maxLength, unit: 'binary' })
      .filter((text) => lineText(maxLength).safeParse(text).success);
  const input = fc.record({
    name: line(120), company: line(80), sector: line(80), audience: line(400), tone: line(200), values: line(400),
    objectives: fc.array(line(200), { minLength: 1, maxLength: 10 }),
    channels: fc.uniqueArray(fc.constantFrom(...channels), { minLength: 1, maxLength: 12 }),
    duration: line(60), amount: fc.double({ min: 0, max: 1_000_000_000, noNaN: true }), language: fc.constantFrom('fr' as const, 'en' as const),
    depth: fc.constantFrom('quick' as const, 'detailed' as const),
  }); // biome-ignore format: a table
  await fc.assert(
    fc.asyncProperty(input, fc.array(line(300), { maxLength: 2 }), async (sketch, feedback) => {
      const brief = briefSchema.parse(sampleBrief(sketch));
      expectValid(await run(brief, Object.fromEntries([...textAgents].map((agent) => [agent, feedback]))));
    }),
    { numRuns: 25 },
  );
});

it('works for a brief of two lines: no size, no values, another currency', async () => {
  const [{ briefData, ...rest }] = ordinaryBriefs as [Brief, ...Brief[]];
  const { companyInfo, brandIdentity, campaignGoals } = briefData;
  const brief = briefSchema.parse({
    ...rest,
    briefData: {
      companyInfo: { name: companyInfo.name, sector: companyInfo.sector },
      brandIdentity: { tone: brandIdentity.tone, priorityChannels: ['Google', 'FB'] },
      campaignGoals: { ...campaignGoals, budget: { amount: 900_000, currency: 'JPY' } },
    },
  });
  const result = await run(brief);
  expectValid(result);
  for (const text of written(result)) expect(text).not.toMatch(/undefined|null/u);
  expect(JSON.stringify(result.values.strategyReport)).toMatch(/900.000.JPY|¥900,000|900.000.¥/u);
  expect(result.values.forecastNotes?.join('\n')).toContain('aucun tarif publié n’est connu dans cette devise');
});

describe('feedback', () => {
  const [brief] = ordinaryBriefs;
  if (!brief) throw new Error('a brief is needed');

  it('changes what every text agent writes, and stands in the prompt', async () => {
    const request = 'Le texte doit rassurer sur les délais';
    const result = await run(brief, Object.fromEntries(textAgents.map((agent) => [agent, ['Trop long', request]])));
    const before = runOf(brief).values;
    expectValid(result);
    for (const name of [
      'marketAnalysisReport',
      'strategyReport',
      'creativeBriefs',
      'seoOpportunities',
      'copyByChannel',
      'articleMarkdown',
      'scheduledPosts',
      'insights',
    ] as const) {
      expect(result.values[name], name).not.toEqual(before[name]);
      expect(JSON.stringify(result.values[name]).toLowerCase(), name).toContain('rassurer sur les délais');
    }
    for (const { prompt } of result.textRequests) {
      expect(prompt).toContain(request);
      expect(prompt.indexOf('LA PLUS RÉCENTE')).toBeGreaterThan(prompt.indexOf(request));
    }
  });

  it('is obeyed where it is a direction', async () => {
    const result = await run(brief, {
      ContentWriter: ['Plus court', 'Parle de la livraison à vélo'],
      Social: ['sans emoji', 'tutoyer les lecteurs'],
      Copywriter: ['Mentionne la consigne des boîtes'],
    });
    const { articleMarkdown = '', scheduledPosts = [], headlines = [], copyByChannel = [] } = result.values;
    const posts = scheduledPosts.map(({ text }) => text).join('\n');
    expect(words(articleMarkdown).length).toBeLessThan(words(runOf(brief).values.articleMarkdown ?? '').length);
    expect(articleMarkdown).toContain('livraison à vélo');
    expect(posts).not.toMatch(/\p{Extended_Pictographic}/u);
    expect(posts).toMatch(/(?<!\p{L})(?:tu|te|ton|ta|toi)(?!\p{L})/u);
    expect(posts).not.toMatch(/(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/u);
    expect(headlines.join()).toContain('consigne des boîtes');
    for (const { body } of copyByChannel) expect(body).toContain('consigne des boîtes');
  });
});
