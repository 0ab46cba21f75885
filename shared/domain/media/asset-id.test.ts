import { expect, it } from 'vitest';
import { assetIdOf } from './asset-id.ts';

it('an asset is named after where it comes from', () => {
  expect(assetIdOf('cmp_01JD', 'visuals', 2, 'B')).toBe('ast_01JD_visuals_2_B');
});
