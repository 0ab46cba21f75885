import { join } from 'node:path';
import getPort, { clearLockedPorts } from 'get-port';
import * as z from 'zod';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const portsSchema = z.record(z.string(), z.number().int().min(1).max(65535));

/**
 * Chooses a loopback port for a named service and remembers it in `ports.json`, so that addresses written into tokens
 * and links stay valid after a restart. A remembered port that is taken is replaced by a free one. Choose
 * one port at a time, while holding the directory's lock: nothing reserves the port until the service listens.
 */
export const choosePort = async (directory: string, name: string): Promise<number> => {
  const path = join(directory, 'ports.json');
  const { [name]: remembered, ...others } = (await readJsonFile(path, portsSchema, { directory })) ?? {};
  clearLockedPorts(); // the library keeps a port that it gave for a while to itself, also once nobody listens there any more
  const port = await getPort({
    host: '127.0.0.1',
    exclude: Object.values(others),
    ...(remembered ? { port: remembered } : {}),
  });
  if (port !== remembered) await writeFileAtomically(path, JSON.stringify({ ...others, [name]: port }, null, 2));
  return port;
};
