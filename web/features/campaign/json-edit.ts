// Changing a value inside of a structure, and telling what differs between two. Pure.
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type Path = readonly (string | number)[];

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The structure with another value at the path. */
export function withValueAt(whole: Json, [first, ...rest]: Path, value: Json): Json {
  if (first === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((item: Json, place) => (place === first ? withValueAt(item, rest, value) : item));
  if (isObject(whole)) return { ...whole, [first]: withValueAt(whole[String(first)] ?? null, rest, value) };
  return whole;
}

/** The structure without the entry of a list that the path names. */
export function withoutAt(whole: Json, path: Path): Json {
  const place = path.at(-1);
  const parent = path.slice(0, -1);
  const entries = valueAt(whole, parent);
  if (!Array.isArray(entries)) return whole;
  return withValueAt(
    whole,
    parent,
    entries.filter((_, position) => position !== place),
  );
}

const valueAt = (whole: Json, path: Path): Json =>
  path.reduce<Json>((value, part) => {
    if (Array.isArray(value)) return (value[Number(part)] as Json | undefined) ?? null;
    return isObject(value) ? (value[String(part)] ?? null) : null;
  }, whole);

export interface Change {
  readonly path: Path;
  readonly before: string;
  readonly after: string;
}

/** Every text and number that differs, with what is missing on one side as an empty text. */
export function changesBetween(before: Json | undefined, after: Json | undefined, path: Path = []): Change[] {
  if (before === after) return [];
  const keys = new Set([...keysOf(before), ...keysOf(after)]);
  if (keys.size === 0) {
    const change = { path, before: plain(before), after: plain(after) };
    return change.before === change.after ? [] : [change];
  }
  return [...keys].flatMap((key) => changesBetween(childOf(before, key), childOf(after, key), [...path, key]));
}

const keysOf = (value: Json | undefined): (string | number)[] => {
  if (Array.isArray(value)) return [...value.keys()];
  return value !== undefined && isObject(value) ? Object.keys(value) : [];
};
const childOf = (value: Json | undefined, key: string | number): Json | undefined => {
  if (Array.isArray(value)) return value[Number(key)] as Json | undefined;
  return value !== undefined && isObject(value) ? value[String(key)] : undefined;
};
const plain = (value: Json | undefined): string =>
  value === undefined || typeof value === 'object' ? '' : String(value);

/** What other parts refer to, or what is measured; changing it would tear them apart. */
export const fixedFields: ReadonlySet<string> = new Set([
  ...['id', 'kind', 'order', 'variant', 'style', 'prompt', 'altText', 'score', 'chosenBy', 'durationSeconds'],
  ...['assetId', 'assetRatio', 'ratios', 'visuals', 'validatedVisual', 'videos', 'validatedVideo'],
]);
