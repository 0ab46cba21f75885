import { docsRoutes } from '../../shared/contracts/routes/docs-routes.ts';
import { httpFunction } from '../kit/http-function.ts';
import { createDocsFiles } from './docs/docs-files.ts';
import { readDocs, readDocsFile, readOpenApi } from './docs/read-docs.ts';

const files = createDocsFiles();

export const handler = httpFunction('docs', docsRoutes, {
  readOpenApi: readOpenApi({ files }),
  readDocs: readDocs({ files }),
  readDocsFile: readDocsFile({ files }),
});
