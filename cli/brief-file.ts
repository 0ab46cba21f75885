import { readFile } from 'node:fs/promises';
import { type Brief, briefSchema, type GovernanceMode } from '../shared/contracts/brief.ts';
import type { Language } from '../shared/contracts/language.ts';
import { fieldErrors } from '../shared/contracts/problems.ts';
import { UsageError } from './command-errors.ts';

/** What the command line says against the file. */
export interface BriefOverrides {
  readonly mode?: GovernanceMode | undefined;
  readonly language?: Language | undefined;
  readonly mute?: boolean;
}

/** Reads and checks a brief. Throws UsageError naming the file and every wrong field, before anything is started. */
export const readBriefFile = async (file: string, { mode, language, mute }: BriefOverrides = {}): Promise<Brief> => {
  const content = parseJson(await readText(file), file);
  const overridden = isObject(content)
    ? { ...content, ...(mode ? { governanceMode: mode } : {}), ...(language ? { language } : {}) }
    : content;
  const brief = briefSchema.safeParse(overridden);
  if (brief.success)
    return mute ? { ...brief.data, briefData: { ...brief.data.briefData, silentFilms: true } } : brief.data;
  const wrong = fieldErrors(brief.error).map(({ pointer, detail }) => `  ${detail}${placeIn(pointer)}`);
  throw new UsageError(`${file} is not a valid brief:\n${wrong.join('\n')}`);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR';
    const reason = missing
      ? 'there is no such file'
      : isFolder
        ? 'it is a folder'
        : 'you may not read it, or the disk fails';
    throw new UsageError(`${file} cannot be read: ${reason}.`);
  }
};

const parseJson = (text: string, file: string): unknown => {
  const withoutMark = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(withoutMark);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const { line, column } = placeOf(message, withoutMark);
    throw new UsageError(
      `${file} is not JSON: it goes wrong at line ${line}, column ${column}. Look for a missing or excess comma, quotation mark or bracket there.`,
    );
  }
};

/** The engine names a position for most errors; the others are about a text that ends too early. */
const placeOf = (message: string, text: string): { line: number; column: number } => {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** ` (briefData.companyInfo.name)` for `#/briefData/companyInfo/name`; nothing for a field that lies on top. */
const placeIn = (pointer: string): string => {
  if (pointer === '#') return ' (the whole file)';
  return pointer.lastIndexOf('/') > 1 ? ` (${pointer.slice(2).replaceAll('/', '.')})` : '';
};
