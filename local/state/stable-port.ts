import { createServer } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const portsSchema = z.record(z.string(), z.number().int().min(1).max(65535));

/**
 * Chooses a loopback port for a named service and remembers it in `ports.json`, so that addresses written into tokens
 * and links stay valid after a restart. A remembered or preferred port that is taken is replaced by a free one. Choose
 * one port at a time, while holding the directory's lock: nothing reserves the port until the service listens.
 */
export const choosePort = async (directory: string, name: string, preferredPort?: number): Promise<number> => {
  const path = join(directory, 'ports.json');
  const ports = (await readJsonFile(path, portsSchema, { directory })) ?? {};
  const candidates = [ports[name], preferredPort].filter((port) => port !== undefined);
  const spokenFor = new Set(Object.entries(ports).flatMap(([other, port]) => (other === name ? [] : [port])));
  const port = (await firstFree(candidates)) ?? (await anyFreePort(spokenFor));
  if (ports[name] !== port) await writeFileAtomically(path, JSON.stringify({ ...ports, [name]: port }, null, 2));
  return port;
};

const firstFree = async (candidates: number[]): Promise<number | undefined> => {
  for (const candidate of candidates) if ((await listenOnce(candidate)) !== undefined) return candidate;
  return undefined;
};

const anyFreePort = async (spokenFor: ReadonlySet<number>): Promise<number> => {
  for (;;) {
    const port = await listenOnce(0);
    if (port === undefined) throw new Error('No free port on 127.0.0.1: close some programs that listen on it.');
    if (!spokenFor.has(port)) return port;
  }
};

/** Listens on the port for a moment; gives the port that was free, or undefined. */
const listenOnce = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const actualPort = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(actualPort));
    });
  });
