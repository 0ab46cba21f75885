/** Every match of a global pattern. Most patterns are not found in most texts, and `matchAll` makes a copy of its pattern before it looks. */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) === -1 ? [] : [...text.matchAll(pattern)];
