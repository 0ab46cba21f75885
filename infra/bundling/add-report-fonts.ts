// Run by CDK after it bundled exports, with the output directory as argument: puts the fonts of the report beside index.mjs.
import { copyPackageFiles } from './copy-package-files.ts';

const fontFiles = [
  '@fontsource-variable/inter/package.json',
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  '@fontsource-variable/inter/LICENSE',
  '@fontsource-variable/source-serif-4/package.json',
  '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  '@fontsource-variable/source-serif-4/LICENSE',
];

const outputDirectory = process.argv[2];
if (!outputDirectory) throw new Error('Pass the directory of the bundle: node add-report-fonts.ts <directory>');
copyPackageFiles(fontFiles, outputDirectory);
