// When what failed is worth another try by itself: the server answers again, or the session does. Knows neither of them.
const listeners = new Set<() => void>();

export function retryNow(): void {
  for (const listener of [...listeners]) listener();
}

/** Calls the listener at every signal until the answer is called. */
export function onRetry(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
