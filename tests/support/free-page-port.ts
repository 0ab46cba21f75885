// A port for a page, which its platform opens only once all else is open. Below those that a system hands out by itself: one of them could go
// to a connection, or to a service of the platform, in between.
import { randomInt } from 'node:crypto';
import getPort from 'get-port';

export const freePagePort = (): Promise<number> =>
  getPort({ host: '127.0.0.1', port: Array.from({ length: 20 }, () => randomInt(10_000, 32_000)) });
