import { describe, expect, it } from 'vitest';
import { paidModels } from '../../tests/support/fake-models.ts';
import type { Models } from '../models/model.ts';
import { modelRegistry, refusedModels } from '../models/registry.ts';
import { candidatesFrom } from './candidates.ts';

const offer = (id: string, isTrained = true): Required<Models> =>
  paidModels({ worstCaseMicroUsd: 1, costMicroUsd: 1 }, () => ({}), { provider: `of-${id}`, id, isTrained });
const onlyText = ({ text }: Required<Models>): Models => ({ text });
const ids = (offers: readonly Models[], kind: 'text' | 'image', named?: string) =>
  candidatesFrom(offers)(kind, named).map(({ card }) => card.id);

describe('the candidates for a kind of work', () => {
  it('are the models that can do it, in the order of the offers', () => {
    expect(ids([offer('first'), onlyText(offer('writes')), offer('last')], 'text')).toEqual([
      'first',
      'writes',
      'last',
    ]);
    expect(ids([offer('first'), onlyText(offer('writes')), offer('last')], 'image')).toEqual(['first', 'last']);
  });

  it('are models or programs, never both', () => {
    const offers = [offer('model'), offer('program', false), offer('other')];
    expect(ids(offers, 'text')).toEqual(['model', 'other']);
    expect(ids(offers.toReversed().slice(1), 'text')).toEqual(['program']);
  });

  it('are one where a person has named it, were it a program', () => {
    const offers = [offer('first'), offer('program', false), offer('last'), offer('last')];
    expect(ids(offers, 'text', 'last')).toEqual(['last']);
    expect(ids(offers, 'text', 'program')).toEqual(['program']);
  });

  const [refused] = refusedModels;
  const [known] = modelRegistry.filter(
    ({ secondsPerCall, provider }) => !secondsPerCall.video && provider === 'gemini',
  );
  it.each<[string, readonly Models[], 'text' | 'image' | 'video', string | undefined, string]>([
    ['there is none', [], 'text', undefined, 'There is no model for text.'],
    ['there is none that is named', [], 'text', 'ghost', 'There is no model "ghost" for text.'],
    [
      'another is named, and there are some, each said once',
      [offer('first'), offer('last'), offer('last')],
      'image',
      'ghost',
      'There is no model "ghost" for image. Retry with another: first, last.',
    ],
    ['one is named that cannot do it', [], 'video', known?.id, `The model "${known?.id}" cannot do video.`],
    [
      'one is named whose provider is not set up',
      [],
      'text',
      modelRegistry.find(({ provider, secondsPerCall }) => provider === 'gemini' && secondsPerCall.text)?.id,
      'is one of Google Gemini, which is not configured: set GEMINI_API_KEY.',
    ],
    ['one is named that is refused, in the words of its refusal', [], 'text', refused?.id, refused?.because ?? '-'],
    [
      'a program is named that is not there',
      [],
      'text',
      modelRegistry.find(({ isTrained }) => !isTrained)?.id,
      `There is no model "${modelRegistry.find(({ isTrained }) => !isTrained)?.id}" for text here.`,
    ],
  ])('are refused in words where %s', (_where, offers, kind, named, words) => {
    expect(() => candidatesFrom(offers)(kind, named)).toThrow(
      new RegExp(`${words.replaceAll(/[.]/gu, String.raw`\.`)}$`, 'u'),
    );
  });
});
