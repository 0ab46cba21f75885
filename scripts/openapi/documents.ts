// The files that are written from the contracts, as they must be committed.
import { createOpenApi } from './create-openapi.ts';
import { renderProblems } from './render-problems.ts';

export interface GeneratedDocument {
  /** From the root of the project. */
  readonly file: string;
  readonly url: URL;
  readonly text: string;
}

const at = (file: string) => ({ file, url: new URL(`../../${file}`, import.meta.url) });

export const documents = async (): Promise<GeneratedDocument[]> => [
  { ...at('docs/openapi.json'), text: `${JSON.stringify(await createOpenApi(), undefined, 2)}\n` },
  { ...at('docs/PROBLEMS.md'), text: renderProblems() },
];
