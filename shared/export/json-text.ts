// JSON whose bytes depend on the values only, not on the order in which a store happened to hand out the keys.

/** Indented JSON with sorted keys and a closing line end. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, sortKeys, 2)}\n`;

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)))
    : value;
