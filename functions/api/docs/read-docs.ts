import type { Input } from '../../kit/http-function.ts';
import type { DocsFiles } from './docs-files.ts';
import { fileResponse } from './file-response.ts';

interface Parts {
  readonly files: DocsFiles;
}

/** The description of the API that the route table was written as. */
export const readOpenApi =
  ({ files }: Parts) =>
  async ({ request }: Input<'readOpenApi'>) =>
    fileResponse(await files.read('openapi.json'), request);

/** The page; everything it loads comes from beside it. */
export const readDocs =
  ({ files }: Parts) =>
  async ({ request }: Input<'readDocs'>) =>
    fileResponse(await files.read('page.html'), request);

/** One of the few files the page names. */
export const readDocsFile =
  ({ files }: Parts) =>
  async ({ params, request }: Input<'readDocsFile'>) =>
    fileResponse(await files.read(params.file), request);
