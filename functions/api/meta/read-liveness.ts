/** Says that the function runs, and on which Node: an emulator may run it on its own machine's, which may be too old for it. */
export const readLiveness = () => async () => ({ status: 'live' as const, node: process.version });
