import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { CorruptStateError } from './corrupt-state-error.ts';

/** Says whether a file operation failed with this system error code, such as ENOENT. */
export const isFileError = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Reads a file; undefined when there is none. */
export const readTextFile = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  });

/** Reads a JSON file of the given shape; undefined when there is none. Throws CorruptStateError for anything else. */
export const readJsonFile = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  { directory = path }: { directory?: string } = {},
): Promise<z.output<Schema> | undefined> => {
  const text = await readTextFile(path);
  return text === undefined ? undefined : parseJson(text, schema, path, directory);
};

/** Parses JSON text of the given shape. Throws CorruptStateError naming `path` when it is something else. */
export const parseJson = <Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  path: string,
  directory: string = path,
): z.output<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CorruptStateError(path, 'it is not valid JSON', { directory, cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'the top level';
  throw new CorruptStateError(path, `it has an unexpected shape (${place}: ${issue?.message})`, { directory });
};
