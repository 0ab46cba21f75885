// The proofs that docs/FEATURES.md names: a test file, and the title of a test in it as it stands in the source.

export interface Proof {
  readonly file: string;
  readonly title: string;
}

export const proofsIn = (text: string): Proof[] =>
  [...text.matchAll(/`([\w./-]+\.(?:test|e2e)\.ts)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

/** What a table of cases puts into a title: `%s` and the like, `$name` and `${name}`. */
const placeholder = /%[sdifjo]|\$\{[^}]+\}|\$[\w.]+/g;

/** Whether a title, as the source has it, is that of a test that ran. */
export function matches(title: string, name: string): boolean {
  const fixed = title.split(placeholder).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fixed.join('.*')}$`, 's').test(name);
}
