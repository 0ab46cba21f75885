// Serves the page of web/start-page on its own port, as the file server of a web application in development. On AWS the site's
// bucket and CloudFront do this.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Listening, listen } from '../edge/listen.ts';

export interface PageOptions {
  readonly port: number;
  readonly apiPort: number;
}

const folder = new URL('../../web/start-page/', import.meta.url);
const sampleBriefFile = new URL('../../test-campaign.json', import.meta.url);
const headers = {
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

interface Content {
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function servePage({ port, apiPort }: PageOptions): Promise<Listening> {
  let bundled: Promise<string> | undefined;
  const file = async (name: string, mediaType: string): Promise<Content> => ({
    mediaType,
    body: await readFile(new URL(name, folder)),
  });
  const contents: Readonly<Record<string, (request: IncomingMessage) => Promise<Content>>> = {
    '/': () => file('index.html', 'text/html; charset=utf-8'),
    '/style.css': () => file('style.css', 'text/css; charset=utf-8'),
    '/icon.svg': () => file('icon.svg', 'image/svg+xml'),
    '/main.js': async () => {
      bundled ??= bundleScript(); // at the first request, so that starting the platform does not wait for it
      return { mediaType: 'text/javascript; charset=utf-8', body: await bundled };
    },
    '/settings.json': async (request) => ({
      mediaType: 'application/json',
      body: JSON.stringify(await settingsFor(request, apiPort)),
    }),
  };
  const server = createServer((request, response) => {
    const content = contents[(request.url ?? '/').split('?')[0] ?? '/'];
    const nothing: Content = { mediaType: 'text/plain', body: 'There is nothing here.' };
    Promise.resolve(content?.(request) ?? nothing).then(
      ({ mediaType, body }) =>
        response.writeHead(content ? 200 : 404, { ...headers, 'content-type': mediaType }).end(body),
      (error: unknown) => response.writeHead(500, headers).end(String(error)),
    );
  });
  const { stop } = await listen(server, port);
  return { endpoint: `http://localhost:${port}`, stop };
}

const bundleScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('main.ts', folder))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};

/** Under the name by which the page was opened, so that it is one site for the browser's cookies. */
async function settingsFor({ headers: { host = 'localhost' } }: IncomingMessage, apiPort: number) {
  const api = `${host.replace(/:\d+$/, '')}:${apiPort}`;
  const sampleBrief = JSON.parse(await readFile(sampleBriefFile, 'utf8'));
  return { apiUrl: `http://${api}`, liveUrl: `ws://${api}/live`, sampleBrief };
}
