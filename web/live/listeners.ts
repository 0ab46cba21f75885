/** Whoever wants to hear of a change: `listen` is what useSyncExternalStore takes. */
export function createListeners() {
  const listeners = new Set<() => void>();
  return {
    listen(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(): void {
      for (const listener of listeners) listener();
    },
  };
}
