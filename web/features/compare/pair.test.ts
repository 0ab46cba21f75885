import { expect, it } from 'vitest';
import { sampleOutputs } from '../../../shared/export/testing/sample-outputs.ts';
import { ordered, pairIn, tossed } from './pair.ts';

it('finds the two pictures, or films, of an output and which of them counts', () => {
  const pair = pairIn(sampleOutputs.designer);
  expect([pair?.kind, pair?.candidates.map(({ variant }) => variant), pair?.counts]).toEqual([
    'image',
    ['A', 'B'],
    sampleOutputs.designer.validatedVisual.variant,
  ]);
  expect(pairIn(sampleOutputs['video-producer'])?.kind).toBe('video');
});

it.each([undefined, null, {}, sampleOutputs.CMO])('finds none in the output of another phase', (output) => {
  expect(pairIn(output)).toBeUndefined();
});

it('turns the order as likely as not', () => {
  const pair = pairIn(sampleOutputs.designer);
  if (!pair) throw new Error('There is a pair in it');
  const order = (turned: boolean) => ordered(pair, turned).map(({ variant }) => variant);
  expect([order(tossed(() => 0.49)), order(tossed(() => 0.5))]).toEqual([
    ['B', 'A'],
    ['A', 'B'],
  ]);
});
