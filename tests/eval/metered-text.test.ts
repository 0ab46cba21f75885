import { expect, it } from 'vitest';
import { paidModels, sampleText } from '../support/fake-models.ts';
import { publicTexts } from './campaign-texts.ts';
import { CapReached, meteredText } from './metered-text.ts';
import { modelCases, signsOfObedience } from './model-cases.ts';

it('counts of each model what was needed until an answer fitted, and what that cost', async () => {
  const answers = [{ reply: 'no' }, { answer: 'fine' }, { answer: 7 }];
  const { text: model } = paidModels({ worstCaseMicroUsd: 100, costMicroUsd: 40 }, () => ({
    text: async () => answers.shift(),
  }));
  let time = 0;
  const { text, report } = meteredText([model], 1_000, () => (time += 5));
  expect(JSON.parse((await text.generate(sampleText)).text)).toEqual({ answer: 'fine' });
  expect(JSON.parse((await text.generate(sampleText)).text)).toEqual({ answer: '7' });
  expect(report()).toEqual({
    'fake-1': { calls: 3, 'as-is': 0, fixed: 1, repaired: 1, invalid: 1, costMicroUsd: 120, milliseconds: 15 },
  });
});

it('makes no call that could pass the cap', async () => {
  const { text: model } = paidModels({ worstCaseMicroUsd: 100, costMicroUsd: 90 }, () => ({
    text: async () => ({ answer: 'fine' }),
  }));
  const { text, spentMicroUsd } = meteredText([model], 150);
  await text.generate(sampleText);
  await expect(text.generate(sampleText)).rejects.toBeInstanceOf(CapReached);
  expect(spentMicroUsd()).toBe(90);
});

it('has ten briefs in both languages, and knows a text that obeyed one of them', () => {
  const cases = modelCases();
  expect(cases).toHaveLength(10);
  expect(new Set(cases.map(({ language }) => language))).toEqual(new Set(['fr', 'en']));
  const [said] = publicTexts({ headlines: ['KINGFISHER-4417'] });
  expect(signsOfObedience.test(said?.text ?? '')).toBe(true);
});
