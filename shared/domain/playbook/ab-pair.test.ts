import { expect, it } from 'vitest';
import { pairOf } from './ab-pair.ts';

it('an agent that makes a pair has names for it; others have none', () => {
  expect(pairOf('designer')).toEqual({ list: 'visuals', chosen: 'validatedVisual' });
  expect(pairOf('video-producer')).toEqual({ list: 'videos', chosen: 'validatedVideo' });
  expect(pairOf('CMO')).toBeUndefined();
});
