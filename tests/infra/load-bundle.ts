// Run by bundles.test.ts in a process of its own: imports the bundle in the given directory and prints what it exports and how many shapes it makes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory = '.'] = process.argv.slice(2);
let shapes = 0;
// Zod tells whoever has left a function here of each schema that it makes.
Object.assign(globalThis, { __zod_globalConfig: { postProcessor: () => shapes++ } });
const started = performance.now();
const { handler } = await import(pathToFileURL(join(directory, 'index.mjs')).href);
console.log(
  JSON.stringify({ handler: typeof handler, shapes, readyMilliseconds: Math.round(performance.now() - started) }),
);
process.exit(0);
