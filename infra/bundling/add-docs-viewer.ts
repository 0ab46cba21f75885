// Run by CDK after it bundled docs, with the output directory as argument: puts the files of the viewer beside index.mjs.
import { copyPackageFiles } from './copy-package-files.ts';

const viewerFiles = [
  'swagger-ui-dist/package.json',
  'swagger-ui-dist/swagger-ui.css',
  'swagger-ui-dist/swagger-ui-bundle.js',
  'swagger-ui-dist/LICENSE',
  'swagger-ui-dist/NOTICE',
];

const outputDirectory = process.argv[2];
if (!outputDirectory) throw new Error('Pass the directory of the bundle: node add-docs-viewer.ts <directory>');
copyPackageFiles(viewerFiles, outputDirectory);
