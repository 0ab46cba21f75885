import { onFirstUse } from './on-first-use.ts';
import type { ReadKey } from './secret-key.ts';

/** The key for functions most calls of which seal and open nothing: the client of Systems Manager, 76 KB, is read with the key. */
export function openLazySecretKey(name: string): ReadKey {
  const late = onFirstUse(async () => ({ read: (await import('./secret-key.ts')).openSecretKey(name) }));
  return () => late.read();
}
