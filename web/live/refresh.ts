// Asks again for what events have made old: at once, then no more often than it can be read. A burst of events is few requests.
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

interface Pause {
  isDue: boolean;
}

const pauses = new WeakMap<QueryClient, Map<string, Pause>>();

/** Marks everything below the key as old. Further calls within `milliseconds` count together, at their end. */
export function refresh(queries: QueryClient, queryKey: QueryKey, milliseconds = 1000): void {
  const running = pauses.get(queries) ?? new Map<string, Pause>();
  pauses.set(queries, running);
  const name = JSON.stringify(queryKey);
  const pause = running.get(name);
  if (pause) {
    pause.isDue = true;
    return;
  }
  const begun: Pause = { isDue: false };
  running.set(name, begun);
  setTimeout(() => {
    running.delete(name);
    if (begun.isDue) refresh(queries, queryKey, milliseconds);
  }, milliseconds);
  void queries.invalidateQueries({ queryKey, predicate: isShort });
}

/** A list of which many pages were read is not read again from its first to its last for one event: its rows move by their own events. */
function isShort({ state }: Query): boolean {
  const data = state.data as { readonly pages?: readonly unknown[] } | undefined;
  return (data?.pages?.length ?? 0) < 2;
}
