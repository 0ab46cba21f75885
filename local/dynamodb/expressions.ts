/**
 * Reads each expression once. Much of what dynalite computes for a request is reading its expressions, and a product says few of them: what one
 * means is kept without names and values, and those of the next request are put in.
 */

type Tree = unknown;
type Names = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, object>>;

/** What a parser of dynalite is given: `unused…` lose what the expression names. */
interface Context {
  readonly attrNames?: Names | undefined;
  readonly attrVals?: Values | undefined;
  readonly unusedAttrNames: Record<string, true>;
  readonly unusedAttrVals: Record<string, true>;
}
type Parse = (expression: string, options: { readonly context: Context }) => Tree;

/** A tree in which each name stands for itself, and a value of its type for each value. */
interface Meaning {
  readonly tree: Tree;
  readonly valueNames: ReadonlyMap<object, string>;
  readonly placeholders: readonly string[];
  /** Names that it gives as they are. */
  readonly words: ReadonlySet<string>;
}

/** More than the product says; where somebody says more, all are read again. */
const mostKept = 1000;

/** Whether these are right depends on what the values are, not on their types alone. */
const dependsOnValues = /between|attribute_type/i;

/** The same parser, which remembers what it has read. A refusal is never remembered. */
export function remembering(parse: Parse): Parse {
  const known = new Map<string, Meaning>();
  return (expression, options) => {
    const { attrNames = {}, attrVals = {}, unusedAttrNames, unusedAttrVals } = options.context;
    const types = Object.entries(attrVals).map(([name, value]) => [name, ...Object.keys(value)]);
    const key = JSON.stringify([expression, Object.keys(attrNames), types]);
    const meaning = known.get(key) ?? meaningOf(parse, expression, options.context);
    // Two names of one attribute, or a name that is no name, may make it wrong.
    if (!meaning || !areApart(Object.values(attrNames), meaning.words)) return parse(expression, options);
    if (known.size >= mostKept) known.clear();
    known.set(key, meaning);
    for (const placeholder of meaning.placeholders) {
      delete unusedAttrNames[placeholder];
      delete unusedAttrVals[placeholder];
    }
    return filled(meaning.tree, attrNames, attrVals, meaning.valueNames);
  };
}

const areApart = (names: readonly string[], words: ReadonlySet<string>): boolean =>
  new Set(names).size === names.length && names.every((name) => name !== '' && !words.has(name));

/** Undefined when there is something wrong with it, or may be with other values. */
function meaningOf(
  parse: Parse,
  expression: string,
  { attrNames = {}, attrVals = {}, ...rest }: Context,
): Meaning | undefined {
  if (dependsOnValues.test(expression)) return undefined;
  const placeholders = expression.match(/[#:]\w+/g) ?? [];
  const names = Object.fromEntries(Object.keys(attrNames).map((name) => [name, name]));
  const values = Object.entries(attrVals).map(
    ([name, value]) => [name, { [Object.keys(value)[0] ?? '']: name }] as const,
  );
  try {
    const context = {
      ...rest,
      attrNames: names,
      attrVals: Object.fromEntries(values),
      unusedAttrNames: {},
      unusedAttrVals: {},
    };
    const tree = parse(expression, { context });
    if (typeof tree === 'string') return undefined;
    const words = new Set(expression.match(/(?<![#:\w])\w+/g));
    return { tree, placeholders, words, valueNames: new Map(values.map(([name, value]) => [value, name])) };
  } catch {
    return undefined;
  }
}

/** Made anew each time, as whoever gets it may change it. */
function filled(tree: Tree, names: Names, values: Values, valueNames: Meaning['valueNames']): Tree {
  if (typeof tree === 'string') return names[tree] ?? tree;
  if (typeof tree !== 'object' || tree === null) return tree;
  const value = valueNames.get(tree);
  if (value !== undefined) return values[value];
  if (Array.isArray(tree)) return tree.map((part) => filled(part, names, values, valueNames));
  const made = Object.create(Object.getPrototypeOf(tree));
  for (const [name, part] of Object.entries(tree)) made[names[name] ?? name] = filled(part, names, values, valueNames);
  return made;
}
