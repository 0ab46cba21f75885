/**
 * A value as it comes out at the other side of a border that JSON alone crosses: without what is undefined, without classes, nothing shared.
 * Texts, which are most of an answer, are the same on both sides and are not written out.
 */
export function throughJson(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null; // JSON knows no -0 either
  if (typeof value !== 'object' || 'toJSON' in value) return written(value);
  if (Array.isArray(value)) return Array.from(value, throughJson);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return written(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !isLeftOut(member))
      .map(([name, member]) => [name, throughJson(member)]),
  );
}

/** What JSON has no word for is nothing. */
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

const isLeftOut = (member: unknown): boolean => ['undefined', 'function', 'symbol'].includes(typeof member);
