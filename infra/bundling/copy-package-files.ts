import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './bundle-format.ts';

/** Copies files of installed packages into the node_modules beside a bundle, where Node looks for them. */
export function copyPackageFiles(files: readonly string[], directory: string): void {
  for (const file of files) {
    const target = join(directory, 'node_modules', file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(projectRoot, 'node_modules', file), target);
  }
}
