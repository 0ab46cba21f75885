import { access, constants, mkdir } from 'node:fs/promises';
import { UsageError } from './command-errors.ts';

/** Makes the folder that an option names, or finds it there: what cannot be written to is found before the work, not after it. */
export const checkFolder = async (option: string, folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UsageError(`${option} ${folder} cannot be written to: ${reasons[code] ?? 'choose another folder'}.`);
  }
};

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is a file, not a folder',
  ENOTDIR: 'a part of it is a file, not a folder',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};
