// Looks at the files of a state directory before anything reads them: what is damaged begins anew where that is possible, and is named.
import { createHash } from 'node:crypto';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedStateError } from './corrupt-state-error.ts';
import { isFileError } from './read-json-file.ts';
import { kindOf, type StateFileKind } from './state-files.ts';

/** What a state directory held: files that are always there, and fingerprints of some when the platform last stopped in order. */
export interface Inventory {
  readonly files?: readonly string[] | undefined;
  readonly sealed?: Readonly<Record<string, string>> | undefined;
}

interface Damage {
  readonly path: string;
  readonly kind: StateFileKind;
  readonly fault: string;
  readonly isMissing: boolean;
}

/** Takes stock of a directory whose platform runs; with `seal`, of one whose platform has just stopped. */
export async function takeInventory(directory: string, { seal = false } = {}): Promise<Inventory> {
  const known = (await filesOf(directory)).flatMap((path) => {
    const kind = kindOf(path);
    return kind ? [{ path, kind }] : [];
  });
  const files = known.filter(({ kind }) => kind.isPermanent).map(({ path }) => path);
  if (!seal) return { files };
  const sealed = await Promise.all(
    known
      .filter(({ kind }) => kind.isSealed)
      .map(async ({ path }) => [path, await fingerprint(join(directory, path))] as const),
  );
  return { files, sealed: Object.fromEntries(sealed) };
}

/**
 * Sets aside what is damaged and begins anew, and answers with a sentence for each. Throws DamagedStateError, having changed nothing,
 * when something is damaged or missing that cannot begin anew.
 */
export async function inspectState(directory: string, inventory: Inventory): Promise<string[]> {
  const damages = await findDamages(directory, inventory);
  const stopping = damages.filter(({ kind }) => kind.whenDamaged === 'stops');
  if (stopping.length > 0) throw new DamagedStateError(directory, stopping.map(sentenceOf));
  const notices: string[] = [];
  for (const damage of damages) {
    const aside = `${damage.path}.damaged-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
    if (!damage.isMissing) await rename(join(directory, damage.path), join(directory, aside));
    notices.push(`${sentenceOf(damage)}${damage.isMissing ? '' : ` The damaged file is kept as ${aside}.`}`);
  }
  return notices;
}

const sentenceOf = ({ path, kind, fault }: Damage) => `${path} ${fault}. It holds ${kind.holds}. ${kind.loss}`;

async function findDamages(directory: string, { files = [], sealed = {} }: Inventory): Promise<Damage[]> {
  const present = new Set(await filesOf(directory));
  const expected = new Set([...files, ...Object.keys(sealed)]);
  const damages: Damage[] = [];
  for (const path of new Set([...expected, ...present])) {
    const kind = kindOf(path);
    if (!kind) continue;
    if (!present.has(path)) {
      damages.push({ path, kind, fault: 'is missing', isMissing: true });
      continue;
    }
    const fault = (await kind.fault(join(directory, path))) ?? (await changeOf(directory, path, sealed[path]));
    if (fault) damages.push({ path, kind, fault: `is damaged: ${fault}`, isMissing: false });
  }
  return damages;
}

async function changeOf(directory: string, path: string, sealed: string | undefined): Promise<string | undefined> {
  if (sealed === undefined || (await fingerprint(join(directory, path))) === sealed) return undefined;
  return 'it has changed since the platform stopped';
}

const fingerprint = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('base64url');

/** Paths of all files, with slashes. */
async function filesOf(directory: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(directory, below), { withFileTypes: true }).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return [];
    throw error;
  });
  const found = await Promise.all(
    entries.map((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesOf(directory, path) : [path];
    }),
  );
  return found.flat();
}
