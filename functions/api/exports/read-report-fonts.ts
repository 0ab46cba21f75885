// The fonts of the report, from their packages: beside the bundle on AWS (infra/bundling/files-beside.ts), installed everywhere else.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ReportFont } from '../../../shared/export/report/report-fonts.ts';

/** Reads both files, 100 KB. Throws when a package is missing, so that no deployment goes without. */
export function readReportFonts(): ReportFont[] {
  const read = (file: string) => readFileSync(createRequire(import.meta.url).resolve(`@fontsource-variable/${file}`));
  return [
    { family: 'Inter Variable', weights: [100, 900], bytes: read('inter/files/inter-latin-wght-normal.woff2') },
    {
      family: 'Source Serif 4 Variable',
      weights: [200, 900],
      bytes: read('source-serif-4/files/source-serif-4-latin-wght-normal.woff2'),
    },
  ];
}
