// Run by bundles.test.ts in a process of its own: imports the bundle in the given directory and prints what it exports.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [directory = '.'] = process.argv.slice(2);
const started = performance.now();
const { handler } = await import(pathToFileURL(join(directory, 'index.mjs')).href);
console.log(JSON.stringify({ handler: typeof handler, readyMilliseconds: Math.round(performance.now() - started) }));
process.exit(0);
