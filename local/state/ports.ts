import { randomInt } from 'node:crypto';
import getPort, { clearLockedPorts } from 'get-port';
import * as z from 'zod';
import type { Store } from './store.ts';

/**
 * Chooses loopback ports for named services and remembers them, so that addresses written into tokens and links stay valid after a restart. A
 * remembered port that is taken is replaced by a free one. Choose one at a time: nothing reserves a port until its service listens.
 */
export function portsOf(store: Store) {
  const ports = store.collection('ports', z.int().min(1).max(65535));
  return async (name: string): Promise<number> => {
    const remembered = ports.get(name);
    const exclude = [...ports].flatMap(([other, port]) => (other === name ? [] : [port]));
    const port = await freePort({ first: remembered, exclude });
    if (port !== remembered) ports.set(name, port);
    return port;
  };
}

/** The first choice where it is free, or any free port below those that systems hand out by themselves: none of them goes to somebody else meanwhile. */
export function freePort({
  first,
  exclude = [],
}: {
  first?: number | undefined;
  exclude?: number[];
} = {}): Promise<number> {
  clearLockedPorts(); // the library keeps a port that it gave for a while to itself, also once nobody listens there any more
  const others = Array.from({ length: 20 }, () => randomInt(10_000, 32_000));
  return getPort({ host: '127.0.0.1', exclude, port: first ? [first, ...others] : others });
}
