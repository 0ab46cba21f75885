// The files of the documentation. The viewer's own are read from its package, which lies beside the bundle on AWS
// (infra/bundling/files-beside.ts) and is installed everywhere else: the same lookup finds both.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { DocsFile } from '../../../shared/contracts/routes/docs-routes.ts';
import { page, startViewer } from './page.ts';
import { pageStyle } from './page-style.ts';

/** A file as it is sent. */
export interface PreparedFile {
  readonly mediaType: string;
  readonly content: string;
  readonly compressed: Uint8Array<ArrayBuffer>;
  readonly entityTag: string;
}

type FileName = DocsFile | 'page.html' | 'openapi.json';

const ofViewer = (file: 'swagger-ui.css' | 'swagger-ui-bundle.js') => () =>
  readFileSync(createRequire(import.meta.url).resolve(`swagger-ui-dist/${file}`), 'utf8');

const contents: Readonly<Record<FileName, () => string | Promise<string>>> = {
  // Most of what the function weighs, and not asked for by who looks whether their copy of the page is the newest.
  'openapi.json': async () =>
    JSON.stringify((await import('../../../docs/openapi.json', { with: { type: 'json' } })).default),
  'page.html': () => page,
  'page.css': () => pageStyle,
  'start-viewer.js': () => startViewer,
  'swagger-ui.css': ofViewer('swagger-ui.css'),
  'swagger-ui-bundle.js': ofViewer('swagger-ui-bundle.js'),
};

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export type DocsFiles = ReturnType<typeof createDocsFiles>;

/** Reads and compresses each file when it is first asked for, once per instance. */
export function createDocsFiles() {
  const prepared = new Map<FileName, PreparedFile>();
  return {
    async read(name: FileName): Promise<PreparedFile> {
      const file = prepared.get(name) ?? (await prepare(name));
      prepared.set(name, file);
      return file;
    },
  };
}

async function prepare(name: FileName): Promise<PreparedFile> {
  const content = await contents[name]();
  return {
    mediaType: mediaTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    content,
    compressed: gzipSync(content),
    // Weak: the compressed and the plain form are the same file.
    entityTag: `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
  };
}
