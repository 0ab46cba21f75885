// Stands in for "vitest" where suites are loaded once (loaded-suites.mjs): its own expect, and what collects tests.
export { expect } from 'vitest';

export const collected = [];
let path = [];

/** The tests that a file defines while it is loaded. */
export async function collectFrom(file, load) {
  path = [file];
  await load();
}

export function describe(name, define) {
  path.push(name);
  define();
  path.pop();
}

export const it = (name, run) => collected.push({ id: [...path, name, collected.length].join(' > '), run });

it.each = (rows) => (name, run) => {
  for (const row of rows) it(name, () => run(...(Array.isArray(row) ? row : [row])));
};
