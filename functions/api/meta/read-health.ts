// Bumped with every release; package.json carries the same number, and a test compares them.
export const version = '3.0.0';

/** Says that the function runs. It looks at nothing else: readiness is another question. */
export const readHealth =
  ({ clock }: { clock: () => Date }) =>
  async () => ({ status: 'ok' as const, version, time: clock().toISOString() });
