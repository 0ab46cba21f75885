import { describe, expect, it } from 'vitest';
import { freeModels, sampleText } from '../../tests/support/fake-models.ts';
import { memoryBucket } from '../../tests/support/stored-campaign.ts';
import { createInvalidAnswers } from '../data/invalid-answers.ts';
import { objectNames } from '../data/object-names.ts';
import { ModelUnavailable } from '../models/errors.ts';
import { createTextTool } from './text-tool.ts';

const reference = { workspaceId: 'wsp_1', campaignId: 'cmp_1', phaseId: 'research' };

/** Attempt 1 of a phase, with models that answer in turn. */
function attempt(bucket = memoryBucket()) {
  const names: string[] = [];
  const invalidAnswers = createInvalidAnswers(bucket);
  const toolOf = (isNewAttempt: boolean, ...answers: (unknown | Error)[]) =>
    createTextTool({
      ...{ reference, attempt: 1, isNewAttempt, invalidAnswers },
      candidates: async () => [freeModels().text],
      async ask({ name, make, candidates: [model] }) {
        names.push(name);
        const answer = answers.shift();
        if (answer instanceof Error || !model) throw answer;
        const text = {
          ...model,
          generate: async () => ({
            text: JSON.stringify(answer),
            ended: 'stop' as const,
            usage: { inputTokens: 1, outputTokens: 1 },
            warnings: [],
          }),
        };
        return { answer: await make(text), provider: model.card.provider, model: model.card.id };
      },
    });
  return { names, invalidAnswers, toolOf, bucket };
}

describe('a text that does not come to fit', () => {
  it('ends with its faults, and the last answer stays beside the outputs of the phase', async () => {
    const { invalidAnswers, toolOf, bucket } = attempt();
    await expect(toolOf(true, { answer: { a: 1 } }, { answer: { a: 2 } })(sampleText)).rejects.toThrow('#/answer');
    expect(await invalidAnswers.get(reference, 1)).toMatchObject({
      faults: [{ pointer: '#/answer' }],
      value: { answer: { a: 2 } },
      text: '{"answer":{"a":2}}',
      calls: [{ kind: 'fresh' }, { kind: 'repair' }],
    });
    await bucket.deleteAll(objectNames.campaign(reference));
    expect(await invalidAnswers.get(reference, 1)).toBeUndefined();
  });

  it('is gone on with by a repeated step, under the next name', async () => {
    const { names, toolOf } = attempt();
    await expect(toolOf(true, { answer: { a: 1 } }, new ModelUnavailable('down'))(sampleText)).rejects.toThrow('down');
    expect(await toolOf(false, { answer: 'fine' })(sampleText)).toEqual({ answer: 'fine' });
    expect(names).toEqual(['text-1', 'text-2', 'text-2']);
  });

  it('is not taken for that of another request', async () => {
    const { names, toolOf } = attempt();
    await expect(toolOf(true, { answer: { a: 1 } }, new ModelUnavailable('down'))(sampleText)).rejects.toThrow('down');
    await toolOf(false, { answer: 'fine' })({ ...sampleText, prompt: 'Another question.' });
    expect(names).toEqual(['text-1', 'text-2', 'text-1']);
  });
});

it('lets no address pass that nobody gave, not in the repair of an answer that had it either', async () => {
  const { names, toolOf } = attempt();
  const request = { ...sampleText, prompt: 'Write for https://maison.example.' };
  const foreign = { answer: 'See https://evil.test/x' };
  const given = { answer: 'See https://maison.example/offer' };
  expect(await toolOf(true, foreign, given)(request)).toEqual(given);
  expect(names).toEqual(['text-1', 'text-2']);
  await expect(toolOf(true, foreign, foreign)(request)).rejects.toThrow(
    '#/answer: must name no web address that the brief does not name',
  );
});

it('names every text of an attempt on its own', async () => {
  const { names, toolOf } = attempt();
  const text = toolOf(true, { answer: { a: 1 } }, { answer: 'fine' }, { answer: 'fine' });
  await text(sampleText);
  await text({ ...sampleText, prompt: 'Another question.' });
  expect(names).toEqual(['text-1', 'text-2', 'text-3']);
});
