import { expect, it } from 'vitest';
import type { ModelCard } from '../../models/model-card.ts';
import { eligibleModels } from './eligible-models.ts';

const model = (id: string, perVideoSecond: number) => ({
  card: {
    ...{ provider: 'vendor', id, isTrained: true, secondsPerCall: { video: 60 } },
    price: { since: '2026-01-01', perVideoSecond },
  } satisfies ModelCard,
});
const films = [model('dear', 400_000), model('fair', 150_000)];
const sorted = (need: { leftMicroUsd?: number; capMicroUsd?: number }) => {
  const { eligible, leftOut } = eligibleModels(
    films,
    { most: { videoSeconds: 6 }, ...need },
    () => undefined,
    new Date('2026-11-26'),
  );
  return [eligible.map(({ card }) => card.id), leftOut.map(({ card, because }) => `${card.id}: ${because}`)];
};

it('takes no model by itself whose call may use up more than a quarter of the cap', () => {
  expect(sorted({ capMicroUsd: 9_600_000 })).toEqual([['dear', 'fair'], []]);
  expect(sorted({ capMicroUsd: 5_000_000 })).toEqual([
    ['fair'],
    ['dear: one call of it may take more than a quarter of the campaign’s cap'],
  ]);
});

it('keeps the cheapest where none is cheap enough, for the reservation to say what is missing', () => {
  expect(sorted({ capMicroUsd: 1_000_000 })[0]).toEqual(['fair']);
  expect(sorted({ leftMicroUsd: 100_000 })[0]).toEqual(['fair']);
});
