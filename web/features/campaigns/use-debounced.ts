import { useEffect, useState } from 'react';

const pauseMilliseconds = 200;

/** A text once nobody has changed it for a moment: what is looked for is asked for once, not letter by letter. */
export function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
