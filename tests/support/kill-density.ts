// How densely suites kill: a sample in `npm test`, every moment in `npm run test:kills`.
export const killsEverywhere = process.env['EVERY_KILL'] === '1';

/** From one moment of death to the next; odd, so that a sample has both halves of a step. */
export const killStride = killsEverywhere ? 1 : 9;
