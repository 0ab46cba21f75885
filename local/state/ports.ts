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
    clearLockedPorts(); // the library keeps a port that it gave for a while to itself, also once nobody listens there any more
    const exclude = [...ports].flatMap(([other, port]) => (other === name ? [] : [port]));
    const port = await getPort({ host: '127.0.0.1', exclude, ...(remembered ? { port: remembered } : {}) });
    if (port !== remembered) ports.set(name, port);
    return port;
  };
}
