// Serves the page of web/start-page on its own port, as the file server of a web application in development. On AWS the site's
// bucket and CloudFront do this.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface PageOptions {
  readonly port: number;
  readonly apiPort: number;
}

const folder = new URL('../../web/start-page/', import.meta.url);
const sampleBriefFile = new URL('../../test-campaign.json', import.meta.url);
const files: Readonly<Record<string, readonly [file: string, mediaType: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/index.html': ['index.html', 'text/html; charset=utf-8'],
  '/style.css': ['style.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
};

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function servePage(options: PageOptions) {
  const script = bundleOnce();
  const server = createServer((request, response) => {
    contentFor(request, options, script).then(
      (content) => send(response, content),
      (error: unknown) => send(response, { status: 500, mediaType: 'text/plain', body: String(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${options.port}`,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Content {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}

/** At the first request, so that starting the platform does not wait for it. */
function bundleOnce(): () => Promise<string> {
  let bundled: Promise<string> | undefined;
  return () => {
    bundled ??= build({
      entryPoints: [fileURLToPath(new URL('main.ts', folder))],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      minify: true,
      write: false,
      logLevel: 'silent',
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
    return bundled;
  };
}

async function contentFor(
  request: IncomingMessage,
  { apiPort }: PageOptions,
  script: () => Promise<string>,
): Promise<Content> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const file = files[path];
  if (file) return { status: 200, mediaType: file[1], body: await readFile(new URL(file[0], folder)) };
  if (path === '/main.js') return { status: 200, mediaType: 'text/javascript; charset=utf-8', body: await script() };
  if (path !== '/settings.json') return { status: 404, mediaType: 'text/plain', body: 'There is nothing here.' };
  // Under the name by which the page was opened, so that it is one site for the browser's cookies.
  const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
  const settings = {
    apiUrl: `http://${host}:${apiPort}`,
    liveUrl: `ws://${host}:${apiPort}/live`,
    sampleBrief: JSON.parse(await readFile(sampleBriefFile, 'utf8')),
  };
  return { status: 200, mediaType: 'application/json', body: JSON.stringify(settings) };
}

function send(response: ServerResponse, { status, mediaType, body }: Content): void {
  response
    .writeHead(status, {
      'content-type': mediaType,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    })
    .end(body);
}
