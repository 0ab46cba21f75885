// Parts that most calls of a function do without, such as the client of another service: what they import is read when one of them is first asked.

type Method = (...values: never[]) => Promise<unknown>;
type Methods<Part> = { readonly [Name in keyof Part]: Method };

/** Stands in for a part all of whose methods are asynchronous. A failed attempt to load it is not kept. `known` are methods that need not be loaded. */
export function onFirstUse<Part extends Methods<Part>, Known extends Methods<Known> = Record<never, never>>(
  load: () => Promise<Part>,
  known?: Known,
): Part & Known {
  let loading: Promise<Part> | undefined;
  const loaded = (): Promise<Part> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const methods = new Map<string | symbol, unknown>(Object.entries(known ?? {}));
  const methodOf =
    (name: string | symbol) =>
    async (...values: never[]) => {
      const part = (await loaded()) as Readonly<Record<string, Method>>;
      return part[String(name)]?.(...values);
    };
  return new Proxy({} as Part & Known, {
    get(_part, name) {
      if (name === 'then') return undefined; // it is not a promise itself
      if (!methods.has(name)) methods.set(name, methodOf(name));
      return methods.get(name);
    },
  });
}
