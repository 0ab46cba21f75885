// How densely suites kill: a sample in `npm test`, every moment in `npm run test:kills`.
export const killsEverywhere = process.env['EVERY_KILL'] === '1';

/** How often `kills.test.ts` kills; `KILLS` says otherwise. */
export const kills = Number(process.env['KILLS'] ?? (killsEverywhere ? 200 : 4));

/** From one moment of death to the next; odd, so that a sample has both halves of a step. */
export const killStride = killsEverywhere ? 1 : 9;

let seed = 20261126;
/** Numbers that follow from a seed, so that a moment that fails can be found again. */
export const random = (below: number): number => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
