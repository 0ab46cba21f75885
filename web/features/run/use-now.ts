import { useEffect, useState } from 'react';

/** The time, once a second while something moves. */
export function useNow(moves: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!moves) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moves]);
  return now;
}
