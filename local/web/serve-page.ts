// Serves the built application on its own port, as CloudFront and the site's bucket do on AWS: every address of the application answers
// with its one page, uncached, and what the build named after its content is kept for ever.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DemoAccount } from '../../shared/contracts/demo-account.ts';
import { sampleBriefs } from '../../shared/contracts/sample-briefs.ts';
import { answeringServer, type HttpAnswer, type Listening, listen } from '../endpoint/listen.ts';

export interface PageOptions {
  readonly port: number;
  readonly apiPort: number;
  /** An account that the sign-in page may offer, at the moment. */
  readonly demo: () => DemoAccount | undefined;
}

const buildProgram = fileURLToPath(new URL('../../web/build.ts', import.meta.url));
const projectFolder = new URL('../../', import.meta.url);
const loopback = 'http://localhost:* http://127.0.0.1:*';
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'content-security-policy': [
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'",
    `img-src 'self' data: blob: ${loopback}; media-src 'self' blob: ${loopback}`,
    `connect-src 'self' ${loopback} ws://localhost:* ws://127.0.0.1:*`,
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  ].join('; '),
};
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const askAgain = 'no-cache';
const forEver = 'public, max-age=31536000, immutable';

/** Of the media type, cached as it says. */
const content = (body: HttpAnswer['body'], mediaType: string, caching = askAgain, status = 200): HttpAnswer => ({
  status,
  headers: { ...headers, 'content-type': mediaType, 'cache-control': caching },
  body,
});

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function servePage({ port, apiPort, demo }: PageOptions): Promise<Listening> {
  const application = once(builtApplication); // at the first request, so that starting the platform does not wait for it
  const server = answeringServer(
    async (request) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname;
      if (path === '/settings.json') return settingsFor(request, apiPort, demo());
      return fileAt(await application(), path);
    },
    (error) => {
      const text = `The application could not be built or read.\n${error instanceof Error ? error.message : error}`;
      return content(text, 'text/plain; charset=utf-8', askAgain, 500);
    },
  );
  const { stop } = await listen(server, port);
  return { endpoint: `http://localhost:${port}`, stop };
}

/** Remembers a success; after a failure the next one tries again. */
const once = <Value>(make: () => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** The folder of the build; a few seconds the first time after its sources have changed. */
const builtApplication = async (): Promise<string> => {
  const quietly = '--disable-warning=ExperimentalWarning';
  const { stdout } = await promisify(execFile)(process.execPath, [quietly, buildProgram]);
  return stdout.trim();
};

/** Files have an extension; every other address is the application's own to understand. */
async function fileAt(folder: string, address: string): Promise<HttpAnswer> {
  const path = extname(address) === '' ? '/index.html' : address;
  const mediaType = mediaTypes[extname(path)];
  const body = mediaType && (await fileOf(folder, path));
  if (!mediaType || !body) return content('There is nothing here.', 'text/plain', askAgain, 404);
  return content(body, mediaType, path.startsWith('/assets/') ? forEver : askAgain);
}

/** Of this build; what is named after its content also of the ones before, for tabs that were opened with them. */
async function fileOf(folder: string, path: string): Promise<Uint8Array | undefined> {
  const builds = dirname(folder);
  const before = path.startsWith('/assets/') ? (await readdir(builds)).map((name) => join(builds, name)) : [];
  for (const build of [folder, ...before]) {
    const file = join(build, path);
    const body = file.startsWith(`${build}${sep}`) ? await readFile(file).catch(() => undefined) : undefined;
    if (body) return body;
  }
  return undefined;
}

/** Under the name by which the page was opened, so that it is one site for the browser's cookies. */
function settingsFor(request: IncomingMessage, apiPort: number, account: DemoAccount | undefined): HttpAnswer {
  const name = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
  const api = `${name}:${apiPort}`;
  // Not under a name that somebody else has pointed at this machine.
  const demo = ['localhost', '127.0.0.1'].includes(name) ? account : undefined;
  const settings = { apiUrl: `http://${api}`, liveUrl: `ws://${api}/live`, sampleBriefs: samples(), demo };
  return content(JSON.stringify(settings), 'application/json');
}

const samples = () => sampleBriefs((file) => readFileSync(new URL(file, projectFolder), 'utf8'));
