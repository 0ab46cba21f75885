// The API about itself.
import * as z from 'zod';
import type { Route } from './route.ts';

/** What the page of the documentation is made of. */
export const docsFiles = ['page.css', 'start-viewer.js', 'swagger-ui.css', 'swagger-ui-bundle.js'] as const;
export type DocsFile = (typeof docsFiles)[number];

/** Services without which no campaign can be made or continued. */
export const neededServices = ['DynamoDB', 'S3', 'Step Functions'] as const;

const fileContentSchema = z.union([z.string(), z.instanceof(Uint8Array)]);

export const metaRoutes = {
  health: {
    method: 'GET',
    path: '/health',
    access: 'public',
    lambda: 'meta',
    summary: 'Says that the API answers',
    response: z.strictObject({ status: z.literal('ok'), version: z.string(), time: z.iso.datetime() }),
    status: 200,
    problems: [],
  },
  liveness: {
    method: 'GET',
    path: '/health/live',
    access: 'public',
    lambda: 'meta',
    summary: 'Says that functions run',
    description: 'Asks nothing else: whether the services behind the API answer is what `/health/ready` says.',
    response: z.strictObject({
      status: z.literal('live'),
      node: z.string().describe('Version of Node the functions run on: what deploys them checks it'),
    }),
    status: 200,
    problems: [],
  },
  readiness: {
    method: 'GET',
    path: '/health/ready',
    access: 'public',
    lambda: 'readiness',
    summary: 'Says whether the services behind the API answer',
    description:
      'Really asks each of them, for two seconds at most, and remembers the result for two seconds. When one does not answer, the problem `unavailable` names it.',
    response: z.strictObject({
      status: z.literal('ready'),
      checks: z.array(
        z.strictObject({ name: z.enum(neededServices), ok: z.literal(true), milliseconds: z.int().min(0) }),
      ),
    }),
    status: 200,
    problems: ['unavailable'],
  },
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
