// Writes docs/openapi.json and docs/PROBLEMS.md: `npm run openapi`. With --check it writes nothing and fails when they would differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { programOptions } from '../../cli/program-options.ts';
import { documents } from './documents.ts';

const usage = 'Usage: npm run openapi [-- --check]\n\n  --check  write nothing, and fail when something would change';
const { check: isCheck } = programOptions({ options: { check: { type: 'boolean' } } }, usage).values;
const stale: string[] = [];
for (const { file, url, text } of await documents()) {
  if (!isCheck) writeFileSync(url, text);
  else if (readFileSync(url, 'utf8') !== text) stale.push(file);
}
if (stale.length > 0) {
  console.error(
    `${stale.join(' and ')} no longer say what the route table says: run npm run openapi and commit the result.`,
  );
  process.exit(1);
}
