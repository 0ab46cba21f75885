// The application as the platform serves it: one page for every address, what the build named after its content for ever, and light.
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { freePort } from '../../local/state/ports.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

let pagePort: number;
const platform = scratchPlatform(async (directory) => {
  pagePort = await freePort();
  return startPlatform({ directory, onError: noteUnexpectedError, pagePort });
});
const get = (path: string) => fetch(`http://127.0.0.1:${pagePort}${path}`);

describe('the page on a port of its own', () => {
  it('may call the API that it is told of, and no other page may', async () => {
    const settings = await get('/settings.json').then((answer) => answer.json());
    const allowed = async (origin: string) => {
      const answer = await fetch(`${settings.apiUrl}${apiPrefix}/campaigns`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      return answer.headers.get('access-control-allow-origin');
    };

    expect(settings.apiUrl).toBe(platform.apiUrl);
    for (const host of ['localhost', '127.0.0.1'])
      expect(await allowed(`http://${host}:${pagePort}`)).toBe(`http://${host}:${pagePort}`);
    expect(await allowed(`http://localhost:${pagePort + 1}`)).toBeNull();
  });
});

describe('the application', () => {
  let page: string;
  beforeAll(async () => {
    page = await get('/').then((answer) => answer.text());
  }, 120_000);

  it.each(['/', '/campaigns/new?step=goal', '/campaigns/cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ'])(
    'answers at %s with its one page, asked for again every time and with nothing inline',
    async (path) => {
      const answer = await get(path);

      expect(await answer.text()).toBe(page);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(page).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    },
  );

  it('lets files that are named after their content be kept for ever, and knows no others', async () => {
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
    const answer = await get(script);

    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    for (const path of ['/assets/gone.js', '/../package.json', '/.vite/manifest.txt'])
      expect((await get(path)).status).toBe(404);
  });

  /** Kilobytes (of 1,000 bytes), compressed, of everything that a page of the application loads by its imports. */
  const weightOf = (manifest: Manifest, ...entries: readonly string[]): Promise<number> => {
    const files = new Set<string>();
    const add = (name: string) => {
      const part = manifest[name];
      if (!part || files.has(part.file)) return;
      files.add(part.file);
      for (const imported of part.imports ?? []) add(imported);
    };
    for (const entry of entries) add(entry);
    const sizes = [...files].map(async (file) => {
      const bytes = await get(`/${file}`).then((answer) => answer.arrayBuffer());
      return gzipSync(Buffer.from(bytes), { level: 9 }).byteLength / 1000;
    });
    return Promise.all(sizes).then((all) => all.reduce((sum, size) => sum + size, 0));
  };
  interface Manifest {
    readonly [name: string]: { readonly file: string; readonly imports?: readonly string[] };
  }

  it('brings its messages as they are said: a browser has no parser for them', async () => {
    const manifest: Manifest = await get('/.vite/manifest.json').then((answer) => answer.json());
    const files = [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) => file.endsWith('.js'));
    const scripts = await Promise.all(files.map((file) => get(`/${file}`).then((answer) => answer.text())));
    const unread = (script: string) =>
      [...script.matchAll(/.{20}\{\w+, (?:plural|select),|stepOf:["`][^"`]*\{step\}/g)].map(String);

    expect(scripts.some((script) => script.includes('stepOf:'))).toBe(true);
    expect(scripts.flatMap(unread)).toEqual([]);
  });

  it('loads no more than 190 KB of scripts for its first page, no more than 260 KB for a run, and graph, edits and outputs apart', async () => {
    const manifest: Manifest = await get('/.vite/manifest.json').then((answer) => answer.json());
    const first = await weightOf(manifest, 'index.html', 'app/routes/home-route.tsx');
    const run = await weightOf(manifest, 'index.html', 'app/routes/campaign-route.tsx');
    const heaviestOutput = ['live/all-routes.ts', '../shared/outputs/article.ts'];
    const withOutput = await weightOf(manifest, 'index.html', 'app/routes/campaign-route.tsx', ...heaviestOutput);

    expect(first).toBeGreaterThan(100);
    expect(first).toBeLessThan(190);
    expect(run).toBeLessThan(260); // graph, timeline, log and dialogs come when they are shown, and each kind of output with the first of it
    expect(withOutput).toBeLessThan(300);
    expect(manifest['features/campaign/phase-graph.tsx']?.file).toMatch(/^assets\/phase-graph-/);
  });
});
