// Which version of its shape an item is stored in, as its attribute `v`. What is only added to a shape needs no other version: readers leave
// out what they do not know. A version is raised when an older program would misread what a newer one writes.
import { type Key, kindOf } from './keys.ts';

/** Versions by kind of item; every other kind is in its first. Outputs are compressed since their second; events say once what all of a
 * batch have in common since their second, and are JSON since their third. */
const versions: Readonly<Record<string, number>> = { OUTPUT: 2, EVENT: 3 };

export const versionOf = (key: Key): number => versions[kindOf(key)] ?? 1;

/**
 * An item was written by a newer version of this program, which says that this one would misread it. Nothing is lost: it can be read once the
 * newer version runs here again.
 */
export class NewerItem extends Error {
  override readonly name = 'NewerItem';
}

/** Throws NewerItem for an item of a version that this program does not know. Items from before there were versions are in the first. */
export function requireKnownVersion(item: Readonly<Record<string, unknown>>): void {
  const { pk, sk, v = 1 } = item;
  if (typeof pk !== 'string' || typeof sk !== 'string') return; // of a projection without its key
  const known = versionOf({ pk, sk });
  if (Number(v) > known)
    throw new NewerItem(
      `Item ${pk} / ${sk} is of version ${String(v)}, and this program knows ${known}. Run the newer version, or wait until it runs everywhere.`,
    );
}
