// Requests as models take them: the most that each can use, and when a text that was written before answers again.
import { describe, expect, it } from 'vitest';
import { freeModels, sampleText, sampleVideo } from '../../tests/support/fake-models.ts';
import { askForText, askForVideo, mostOfImage, mostOfText, mostOfVideo, reuseOfText } from './requests.ts';

const { text, video } = freeModels();

describe('the most that a request can use', () => {
  it('is a token for each byte of what is told, its schema too, and what the answer may have', () => {
    const { inputTokens = 0, outputTokens } = mostOfText(sampleText);
    const longer = mostOfText({ ...sampleText, system: `${sampleText.system}é`, prompt: `${sampleText.prompt}12345` });
    expect(outputTokens).toBe(50);
    expect(inputTokens).toBeGreaterThan((sampleText.system + sampleText.prompt).length);
    expect(longer.inputTokens).toBe(inputTokens + 7);
  });

  it('is a picture, and the bytes of its prompt', () => {
    expect(mostOfImage({ prompt: 'é1' })).toEqual({ images: 1, inputTokens: 3 });
  });

  it('is the longest film that one of its models would make', () => {
    const cardOf = (...videoSeconds: number[]) => ({ ...video.card, media: { videoSeconds } });
    expect(mostOfVideo({ durationSeconds: 7 }, [cardOf(4, 6), cardOf(5), cardOf(8)])).toEqual({ videoSeconds: 8 });
    const asked = askForVideo('video-A', [{ ...video, card: cardOf(4) }, { ...video, card: cardOf(6) }], sampleVideo('A'));
    expect(asked.most).toEqual({ videoSeconds: 6 });
  }); // biome-ignore format: a row
});

describe('a text that was written before', () => {
  const { fingerprintOf, fromText } = reuseOfText(sampleText, 'fresh');

  it('answers the same request of the same model, whatever it may name', () => {
    const other = (changes: object) => reuseOfText({ ...sampleText, ...changes }, 'fresh').fingerprintOf(text.card);
    expect(other({ mayName: 'Paris' })).toBe(fingerprintOf(text.card));
    expect(other({ prompt: 'Answer twice.' })).not.toBe(fingerprintOf(text.card));
    expect(fingerprintOf({ ...text.card, id: 'fake-2' })).not.toBe(fingerprintOf(text.card));
  });

  it('is read anew, at no cost, and taken where it still fits', () => {
    expect(fromText?.('{"answer": "fine"}')).toMatchObject({
      reading: { isValid: true, output: { answer: 'fine' } },
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    expect(fromText?.('{"other": 1}')).toBeUndefined();
  });
});

it('a text may name what it was asked about; a program names what its rules say', async () => {
  const asked = askForText('text-1', [text], { ...sampleText, mayName: sampleText.prompt });
  const told: object[] = [];
  const model = (isTrained: boolean) => ({
    card: { ...text.card, isTrained },
    generate: async (request: object) => {
      told.push(request);
      return { text: '{"answer": "fine"}', ended: 'stop' as const, usage: { inputTokens: 1, outputTokens: 1 }, warnings: [] };
    },
  }); // biome-ignore format: an answer
  for (const isTrained of [true, false])
    expect(await asked.make(model(isTrained))).toMatchObject({ reading: { isValid: true } });
  expect(told.filter((request) => 'mayName' in request)).toEqual([]);
  expect(asked.prompt).toBe('You answer.\nAnswer.');
});
