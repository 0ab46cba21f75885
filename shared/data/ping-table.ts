// Asks the table for something that is not there: whether it answers is all that counts.
import * as z from 'zod';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** Resolves when the table answers. Access pattern 15's kind of item, of a subject that nobody can have: subjects are fingerprints. */
export const pingTable = (table: Table): Promise<unknown> =>
  table.get(keys.rateWindow('sign-in', 'readiness'), z.unknown(), false);
