// Parts that most calls of a function do without, such as the client of another service: what they import is read when one of them is first asked.

type Methods = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

/** Stands in for a part all of whose methods are asynchronous. A failed attempt to load it is not kept. */
export function onFirstUse<Part extends { readonly [Name in keyof Part]: (...values: never[]) => Promise<unknown> }>(
  load: () => Promise<Part>,
): Part {
  let loading: Promise<Part> | undefined;
  const loaded = (): Promise<Part> => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  const methods = new Map<string | symbol, unknown>();
  const methodOf =
    (name: string | symbol) =>
    async (...values: never[]) => {
      const part = (await loaded()) as Methods;
      return part[String(name)]?.(...values);
    };
  return new Proxy({} as Part, {
    get(_part, name) {
      if (name === 'then') return undefined; // it is not a promise itself
      if (!methods.has(name)) methods.set(name, methodOf(name));
      return methods.get(name);
    },
  });
}
