// How much of an output a person changed, from 0 to 1: by the characters of what it holds. Pure.

/** Of all characters, those that were not kept. Moving a value is changing it. */
export function editedShare(before: unknown, after: unknown): number {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  let all = 0;
  let changed = 0;
  for (const path of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(path) ?? '', is.get(path) ?? ''];
    const longest = Math.max(one.length, other.length);
    all += longest;
    changed += longest - keptCharacters(one, other);
  }
  return all === 0 ? 0 : changed / all;
}

/** Values by their JSON pointers, as texts. */
function leavesOf(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, `${path}/${name}`, found);
  else if (value !== undefined) found.set(path, String(value));
  return found;
}

/** What two texts have in common at their beginning and at their end. */
function keptCharacters(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shortest - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return start + end;
}
