// Faults of a platform that no caller hears of. In a suite they fail it (fail-on-unexpected-errors.ts); in a program of its own they end it
// with an exit code.
const seen: unknown[] = [];

/** Remembers a fault that nobody else is told about. */
export function noteUnexpectedError(error: unknown): void {
  seen.push(error);
  process.exitCode = 1;
  console.error(error);
}

/** Every fault since the last time this was asked. */
export const takeUnexpectedErrors = (): unknown[] => seen.splice(0);
