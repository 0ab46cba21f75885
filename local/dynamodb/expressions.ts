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

type Template = (names: Names, values: Values) => Tree;

interface Meaning {
  readonly tree: Template;
  readonly usedNames: readonly string[];
  readonly usedValues: readonly string[];
  /** Names that it gives as they are. */
  readonly words: ReadonlySet<string>;
}

/** More than the product says; where somebody says more, the oldest are read again. */
const mostKept = 1000;

/** Whether these are right depends on what the values are, not on their types alone. */
const dependsOnValues = /between|attribute_type/i;

/** The same parser, which remembers what it has read. A refusal is never remembered. */
export function remembering(parse: Parse): Parse {
  const known = new Map<string, Meaning>();
  return (expression, options) => {
    const { attrNames = {}, attrVals = {}, unusedAttrNames, unusedAttrVals } = options.context;
    if (dependsOnValues.test(expression)) return parse(expression, options);
    const key = keyOf(expression, attrNames, attrVals);
    const meaning = known.get(key) ?? meaningOf(parse, expression, options.context);
    // Two names of one attribute, or a name that is no name, may make it wrong.
    if (!meaning || !areApart(Object.values(attrNames), meaning.words)) return parse(expression, options);
    if (!known.has(key)) {
      const [oldest] = known.keys();
      if (known.size >= mostKept && oldest !== undefined) known.delete(oldest);
      known.set(key, meaning);
    }
    for (const name of meaning.usedNames) delete unusedAttrNames[name];
    for (const name of meaning.usedValues) delete unusedAttrVals[name];
    return meaning.tree(attrNames, attrVals);
  };
}

const keyOf = (expression: string, names: Names, values: Values): string =>
  JSON.stringify([
    expression,
    Object.keys(names),
    Object.entries(values).map(([name, value]) => [name, ...Object.keys(value)]),
  ]);

const areApart = (names: readonly string[], words: ReadonlySet<string>): boolean =>
  new Set(names).size === names.length && names.every((name) => name !== '' && !words.has(name));

/** Undefined when there is something wrong with it. Each attribute is called by its place holder, which no attribute of the expression can be. */
function meaningOf(parse: Parse, expression: string, context: Context): Meaning | undefined {
  const { attrNames = {}, attrVals = {} } = context;
  const placeholders = Object.keys(attrNames);
  const left = { unusedAttrNames: marked(attrNames), unusedAttrVals: marked(attrVals) };
  const named = Object.fromEntries(placeholders.map((name) => [name, name]));
  let tree: Tree;
  try {
    tree = parse(expression, { context: { ...context, ...left, attrNames: named } });
  } catch {
    return undefined;
  }
  if (typeof tree === 'string') return undefined;
  const valueNames = new Map(Object.entries(attrVals).map(([name, value]) => [value, name]));
  return {
    tree: templateOf(tree, new Set(placeholders), valueNames),
    usedNames: placeholders.filter((name) => !left.unusedAttrNames[name]),
    usedValues: Object.keys(attrVals).filter((name) => !left.unusedAttrVals[name]),
    words: new Set(expression.match(/(?<![#:\w])[a-z_]\w*/gi)),
  };
}

const marked = (named: object): Record<string, true> =>
  Object.fromEntries(Object.keys(named).map((name) => [name, true]));

/** Makes the tree anew each time, as whoever gets it may change it. */
function templateOf(tree: Tree, names: ReadonlySet<string>, values: ReadonlyMap<object, string>): Template {
  if (typeof tree === 'string') return names.has(tree) ? (actual) => actual[tree] : () => tree;
  if (typeof tree !== 'object' || tree === null) return () => tree;
  const value = values.get(tree);
  if (value !== undefined) return (_names, actual) => actual[value];
  if (Array.isArray(tree)) {
    const parts = tree.map((part) => templateOf(part, names, values));
    return (...actual) => parts.map((part) => part(...actual));
  }
  const parts = Object.entries(tree).map(
    ([key, part]) => [key, names.has(key), templateOf(part, names, values)] as const,
  );
  const prototype: object | null = Object.getPrototypeOf(tree);
  return (...actual) => {
    const made = Object.create(prototype);
    for (const [key, isName, part] of parts) made[isName ? (actual[0][key] ?? key) : key] = part(...actual);
    return made;
  };
}
