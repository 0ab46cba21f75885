// How densely suites kill: a sample in `npm test`, every moment in `npm run test:kills`.
export const killsEverywhere = process.env['EVERY_KILL'] === '1';

/** How often `kills.test.ts` kills; `KILLS` says otherwise. */
export const kills = Number(process.env['KILLS'] ?? (killsEverywhere ? 200 : 4));

/** From one moment of death to the next; odd, so that a sample has both halves of a step. */
export const killStride = killsEverywhere ? 1 : 9;
