import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { checkRuntime } from './check-runtime.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function answering(status: number, body: object): Promise<string> {
  server = createServer((_request, response) => response.writeHead(status).end(JSON.stringify(body)));
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
}

it.each(['v24.1.0', 'v26.0.0'])(
  'is content with the Node that functions are built for, and a newer one: %s',
  async (node) => {
    await expect(checkRuntime(await answering(200, { status: 'live', node }))).resolves.toBeUndefined();
  },
);

it('refuses an older one, and says how to start the emulator', async () => {
  const url = await answering(200, { status: 'live', node: 'v20.19.0' });

  await expect(checkRuntime(url)).rejects.toThrow(
    /run on Node v20\.19\.0, but are built for Node 24[\s\S]*Start it again/,
  );
});

it('says which address does not work when functions do not even start', async () => {
  const url = await answering(500, {});

  await expect(checkRuntime(url)).rejects.toThrow(`${url}/health/live does not work (it answered 500)`);
});
