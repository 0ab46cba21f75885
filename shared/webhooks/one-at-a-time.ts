// Lets work about the same thing happen one after the other within a process, and work about different things at once.

/** The work, after whatever was asked about the same key before, whether that succeeded or not. */
export function oneAtATime<Input, Result>(
  keyOf: (input: Input) => string,
  work: (input: Input) => Promise<Result>,
): (input: Input) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (input) => {
    const key = keyOf(input);
    const mine = (last.get(key) ?? Promise.resolve()).then(() => work(input));
    const settled = mine
      .catch(() => {})
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return mine;
  };
}
