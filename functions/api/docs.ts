import { httpFunction } from '../kit/http-function.ts';
import { createDocsFiles } from './docs/docs-files.ts';
import { readDocs, readDocsFile, readOpenApi } from './docs/read-docs.ts';

const files = createDocsFiles();

export const handler = httpFunction('docs', {
  readOpenApi: readOpenApi({ files }),
  readDocs: readDocs({ files }),
  readDocsFile: readDocsFile({ files }),
});
