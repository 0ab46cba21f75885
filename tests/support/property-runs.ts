/** How often a property that is dear to try is tried: a third of `all` in `npm test`, all where `EVERY_RUN=1` says so, as `.ci/run` does. */
export const propertyRuns = (all: number): number => (process.env['EVERY_RUN'] === '1' ? all : Math.ceil(all / 3));
