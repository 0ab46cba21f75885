// The API's description of itself, for programs and people.
import * as z from 'zod';
import type { Route } from './route.ts';

/** What the page of the documentation is made of. */
export const docsFiles = ['page.css', 'start-viewer.js', 'swagger-ui.css', 'swagger-ui-bundle.js'] as const;
export type DocsFile = (typeof docsFiles)[number];

const fileContentSchema = z.union([z.string(), z.instanceof(Uint8Array)]);

export const docsRoutes = {
  readOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    access: 'public',
    lambda: 'docs',
    summary: 'This description of the API, as OpenAPI 3.1',
    response: fileContentSchema,
    status: 200,
    problems: [],
    mediaType: 'application/json; charset=utf-8',
  },
  readDocs: {
    method: 'GET',
    path: '/docs',
    access: 'public',
    lambda: 'docs',
    summary: 'The documentation as a page to read and to try things out',
    response: fileContentSchema,
    status: 200,
    problems: [],
    mediaType: 'text/html; charset=utf-8',
  },
  readDocsFile: {
    method: 'GET',
    path: '/docs/{file}',
    access: 'public',
    lambda: 'docs',
    summary: 'A file that the page of the documentation needs',
    params: z.strictObject({ file: z.enum(docsFiles).describe('Name of the file') }),
    response: fileContentSchema,
    status: 200,
    problems: ['not-found'],
    mediaType: 'text/*',
  },
} as const satisfies Record<string, Route>;
