// The stylesheet of outputs for who prints them outside of a browser's bundle. It lies beside this file, and beside the bundle on AWS
// (infra/bundling/files-beside.ts).
import { readFileSync } from 'node:fs';

export const outputsStyle = readFileSync(new URL('./outputs.css', import.meta.url), 'utf8');
