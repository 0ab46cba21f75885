import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ModelRefused, ModelUnavailable, modelFailure } from '../../models/errors.ts';
import type { TextAnswer, TextModel, TextRequest } from '../../models/model.ts';
import type { ModelCard } from '../../models/model-card.ts';
import {
  type AnsweredCall,
  askUntilValid,
  type PlannedCall,
  type ShapedRequest,
  type Unanswered,
} from './ask-until-valid.ts';
import { readAnswer } from './read-answer.ts';

type Output = { readonly points: string[] };
const request: ShapedRequest<Output> = {
  source: { purpose: 'MarketAnalyst', language: 'en', facts: {}, feedback: [] },
  ...{ system: 'You answer.', prompt: 'Two points.', maximumOutputTokens: 100 },
  schema: z.strictObject({ points: z.array(z.string().min(1)).length(2) }),
};
const good = '{"points": ["a", "b"]}';
const bad = '{"points": ["a"]}';

const modelOf = (id: string, changes: Partial<ModelCard> = {}): TextModel => ({
  card: { provider: 'p', id, isTrained: true, secondsPerCall: { text: 1 }, price: { since: '2026-11-23' }, ...changes },
  generate: () => Promise.reject(new Error('is asked through the calls of the test')),
});
const [a, b, c, d] = [modelOf('a', { maximumOutputTokens: 150 }), modelOf('b'), modelOf('c'), modelOf('d')] as const;

type Written = string | Error | Pick<TextAnswer, 'text' | 'ended'>;

/** Answers in the order of the calls, whoever is asked; what was asked is kept. */
function conversation(...written: Written[]) {
  const asked: { model: string; kind: string; ordinal: number; request: TextRequest }[] = [];
  const kept: Unanswered[] = [];
  const call = async ({ ordinal, kind, models, request: sent }: PlannedCall<Output>): Promise<AnsweredCall<Output>> => {
    const [model] = models;
    if (!model) throw new Error('nobody was asked');
    asked.push({ ...{ model: model.card.id, kind, ordinal }, request: sent });
    const answer = written.shift() ?? '';
    if (answer instanceof Error) throw answer;
    const whole = typeof answer === 'string' ? { text: answer, ended: 'stop' as const } : answer;
    return { reading: readAnswer(whole, sent.schema), provider: 'p', model: model.card.id, text: whole.text };
  };
  const ask = (candidates: readonly TextModel[], earlier?: Unanswered) =>
    askUntilValid({ request, candidates, earlier, firstOrdinal: 1, call, keep: async (now) => void kept.push(now) });
  const told = () => asked.map(({ model, kind, ordinal }) => `${ordinal} ${kind} ${model}`);
  return { ask, asked, kept, told };
}

describe('an answer that fits', () => {
  it('is asked for once', async () => {
    const { ask, told } = conversation(good);
    expect(await ask([a, b])).toMatchObject({ output: { points: ['a', 'b'] } });
    expect(told()).toEqual(['1 fresh a']);
  });
});

describe('an answer that does not fit', () => {
  it('is repaired by its model, which sees the faults and the answer as data and no history', async () => {
    const { ask, asked, told } = conversation(bad, good);
    await ask([a, b]);
    expect(told()).toEqual(['1 fresh a', '2 repair a']);
    const { prompt = '' } = asked[1]?.request ?? {};
    expect(prompt.startsWith(request.prompt)).toBe(true);
    expect(prompt).toMatch(/<<<DATA faults [0-9a-f]{16}>>>[\s\S]*"#\/points"[\s\S]*exactly 2 entries/u);
    expect(prompt).toMatch(/<<<DATA last-answer [0-9a-f]{16}>>>/u);
  });

  it('goes on to other models, which never see it, and at last to a person: three models, four calls', async () => {
    const { ask, asked, kept, told } = conversation(bad, bad, 'no JSON', bad, good);
    expect(await ask([a, b, c, d])).toMatchObject({
      unanswered: { reading: { why: 'unfit', value: { points: ['a'] } } },
    });
    expect(told()).toEqual(['1 fresh a', '2 repair a', '3 fresh b', '4 fresh c']);
    expect(asked[2]?.request.prompt).toBe(request.prompt);
    expect(kept.map(({ past }) => past.length)).toEqual([1, 2, 3, 4]);
  });

  it('keeps the nearest to an answer though the last model wrote none', async () => {
    const { ask } = conversation(bad, bad, 'no JSON');
    expect(await ask([a, b])).toMatchObject({ unanswered: { text: bad, reading: { value: { points: ['a'] } } } });
  });

  it('is not repaired where the model said no, or nothing', async () => {
    for (const nothing of ['I’m sorry, I can’t help with that.', '']) {
      const { ask, told } = conversation(nothing, good);
      await ask([a, b]);
      expect(told()).toEqual(['1 fresh a', '2 fresh b']);
    }
  });

  it('that was cut off gets more room instead of a repair, as much as the model can write, once', async () => {
    const cut = { text: '{"points": ["a"', ended: 'length' } as const;
    const { ask, asked, told } = conversation(cut, cut, good);
    await ask([a, b]);
    expect(told()).toEqual(['1 fresh a', '2 longer a', '3 fresh b']);
    expect(asked.map(({ request: { maximumOutputTokens } }) => maximumOutputTokens)).toEqual([100, 150, 100]);
  });

  it('is what a repeated step goes on from: no call is made again', async () => {
    const first = conversation(bad, bad, new ModelUnavailable('down'));
    await expect(first.ask([a, b])).rejects.toThrow('down');
    const again = conversation(good);
    expect(await again.ask([a, b], first.kept.at(-1))).toMatchObject({ output: { points: ['a', 'b'] } });
    expect(again.told()).toEqual(['3 fresh b']);
  });

  it('leaves its repair to another model where its own cannot be reached, and fails where there is none', async () => {
    const gone = modelFailure('gone', 'model-gone');
    const { ask, told } = conversation(bad, gone, good);
    await ask([a, b]);
    expect(told()).toEqual(['1 fresh a', '2 repair a', '3 fresh b']);
    const alone = conversation(bad, gone);
    await expect(alone.ask([a])).rejects.toBe(gone);
    const forbidden = new ModelRefused('the request is at fault');
    await expect(conversation(bad, forbidden, good).ask([a, b])).rejects.toBe(forbidden);
  });
});
