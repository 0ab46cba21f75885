// The scorer itself: a good campaign has no findings, and each planted fault is found by the check that is there for it.
import { beforeAll, describe, expect, it } from 'vitest';
import { imitationMedia } from '../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../shared/agents/testing/run-offline.ts';
import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import { commonSentences, unchangedSentences } from './compare-campaigns.ts';
import { evalCases } from './eval-brief.ts';
import { scoreCampaign } from './score-campaign.ts';
import { fallen, scorecardOf } from './scorecard.ts';

const cases = evalCases();
const named = (id: string) => {
  const found = cases.find((entry) => entry.id === id);
  if (!found) throw new Error(`There is no brief ${id}.`);
  return found;
};
const watch = named('fr-watch-series');
let good: OutputValues;
beforeAll(async () => {
  good = (await runOffline(watch.brief, { models: imitationMedia(), startedAt: '2026-11-26T08:00:00.000Z' })).values;
});
const kinds = (values: OutputValues) => new Set(scoreCampaign(watch, values).map(({ kind }) => kind));

type Change = (values: OutputValues) => OutputValues;
const inArticle =
  (text: string): Change =>
  (values) => ({ ...values, articleMarkdown: `${values.articleMarkdown}\n\n${text}` });

describe('the score of a campaign', () => {
  it('has nothing to say of a good one', () => expect(scoreCampaign(watch, good)).toEqual([]));

  it.each<[string, Change]>([
    ['offer', (values) => ({ ...values, headlines: ['Du temps pour soi', 'Le temps passe', 'À votre poignet'] })],
    ['goal', (values) => ({ ...values, ctaList: ['Respirez', 'Rêvez', 'Souriez'] })],
    ['constraint', inArticle('Regarde la série Aurore avec tes amis.')],
    ['constraint', inArticle('Quelle montre !')],
    ['constraint', inArticle('La série Aurore ⌚ arrive.')],
    ['date', inArticle('Rendez-vous le 3 mai 2027.')],
    ['date', (values) => ({ ...values, scheduledPosts: (values.scheduledPosts ?? []).map((post) => ({ ...post, scheduledAt: '2027-02-22T09:00:00.000Z' })) })],
    ['language', (values) => ({ ...values, articleMarkdown: 'These watches of the Aurore series are made by hand, and everybody who orders one of them may choose its strap. '.repeat(9) })],
    ['fault', inArticle('Voici le offre {price}.')],
    ['empty', inArticle('Une expérience unique vous attend.')],
  ])('finds what is planted in a good campaign: %s', (kind, change) => expect(kinds(change(good))).toContain(kind)); // biome-ignore format: a table

  it('finds a reading that went astray', () => {
    const expected = { ...watch.expected, goal: 'donate' as const, endsOn: '2027-01-01' };
    const found = scoreCampaign({ ...watch, expected }, good).filter(({ kind }) => kind === 'reading');
    expect(found.map(({ what }) => what)).toEqual(['goal buy, not donate', 'end 2027-02-21, not 2027-01-01']);
  });
});

describe('the comparison of campaigns', () => {
  it('sees through another name and another figure', () => {
    const twin = { ...named('fr-plumber-calls'), brief: structuredClone(watch.brief) };
    twin.brief.briefData.companyInfo.name = 'Maison Autre';
    const renamed = JSON.stringify(good)
      .replaceAll('Atelier Morel-Vaucher', 'Maison Autre')
      .replaceAll("14'800", "15'900");
    const other: OutputValues = JSON.parse(renamed);
    const [pair] = commonSentences([
      { evalCase: watch, values: good },
      { evalCase: twin, values: other },
    ]);
    expect(pair?.share).toBeGreaterThan(0.95);
  });

  it('says that a variant which changes nothing is unchanged', () => {
    const variant = { ...watch, id: 'variant', variantOf: { id: watch.id, changes: 'tone' as const } };
    const written = [
      { evalCase: watch, values: good },
      { evalCase: variant, values: good },
    ];
    expect(unchangedSentences(written, 'tone').map(({ share }) => share)).toEqual([1]);
    expect(unchangedSentences(written, 'objectives')).toEqual([]);
  });
});

it('a figure that is worse than the baseline has fallen, and one that is better has not', () => {
  const { figures } = scorecardOf([{ evalCase: watch, values: good }]);
  expect(fallen({ ...figures, constraint: 1, commonSentences: 0.2 }, { ...figures, commonSentences: 0.19 })).toEqual([
    'commonSentences',
    'constraint',
  ]);
  expect(fallen(figures, { ...figures, date: 3, commonSentences: 0.5 })).toEqual([]);
});

it('covers every goal in both languages, with variants of objective and tone', () => {
  const originals = cases.filter(({ variantOf }) => !variantOf);
  expect(originals.length).toBeGreaterThanOrEqual(24);
  expect(new Set(originals.map(({ expected }) => expected.goal)).size).toBe(12);
  expect(new Set(originals.map(({ language }) => language))).toEqual(new Set(['fr', 'en']));
  for (const changes of ['objectives', 'tone']) expect(cases.filter(({ variantOf }) => variantOf?.changes === changes).length).toBeGreaterThanOrEqual(5);
}); // biome-ignore format: short
