// Workspaces, and what an operator granted them beyond the defaults of contracts/limits.ts.
import * as z from 'zod';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const callLimitsSchema = z.object({
  /** AI calls that the workspace may make in a month. */
  monthlyCalls: z.int().min(0).optional(),
  /** AI calls of it that single persons may make, by their ids; whoever is not named may make all of them. */
  shares: z.record(z.string(), z.int().min(0)).optional(),
  /** Money that AI calls of the workspace may cost in a month, and what of it single persons may use, in micro-dollars. */
  monthlyMicroUsd: z.int().min(0).optional(),
  moneyShares: z.record(z.string(), z.int().min(0)).optional(),
});
export type CallLimits = z.infer<typeof callLimitsSchema>;

export type Workspaces = ReturnType<typeof createWorkspaces>;

export function createWorkspaces(table: Table) {
  return {
    /** Access pattern 32: nothing for a workspace that was granted nothing, or is not there yet. */
    callLimits: async (workspaceId: string): Promise<CallLimits> =>
      (await table.get(keys.workspace(workspaceId), callLimitsSchema)) ?? {},
  };
}
