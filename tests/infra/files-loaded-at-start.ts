import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a bundle that are read before its handler is there: index.mjs, and what it and those import at once. */
export function filesLoadedAtStart(directory: string): string[] {
  const found = new Set(['index.mjs']);
  for (const file of found) {
    const code = readFileSync(join(directory, file), 'utf8');
    for (const [, imported = ''] of code.matchAll(/\b(?:from|import)"\.\/([\w.-]+\.mjs)"/g)) found.add(imported);
  }
  return [...found].map((file) => join(directory, file));
}
