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
const watchedSchema = z.object({ watchers: z.set(z.string()).optional() });

export type Workspaces = ReturnType<typeof createWorkspaces>;

export function createWorkspaces(table: Table) {
  const changeWatchers = (workspaceId: string, verb: 'ADD' | 'DELETE', connectionId: string) =>
    table.update(
      keys.workspace(workspaceId),
      { expression: `${verb} watchers :one`, values: { ':one': new Set([connectionId]) } },
      watchedSchema,
    );

  return {
    /** Access pattern 32: nothing for a workspace that was granted nothing, or is not there yet. */
    callLimits: async (workspaceId: string): Promise<CallLimits> =>
      (await table.get(keys.workspace(workspaceId), callLimitsSchema)) ?? {},

    /** Access pattern 39: the sockets that are told when what waits for people has changed. */
    watchers: async (workspaceId: string): Promise<readonly string[]> => [
      ...((await table.get(keys.workspace(workspaceId), watchedSchema))?.watchers ?? []),
    ],

    /** False where there is no such workspace (any more). */
    addWatcher: async (workspaceId: string, connectionId: string): Promise<boolean> =>
      (await changeWatchers(workspaceId, 'ADD', connectionId)) !== undefined,

    removeWatcher: async (workspaceId: string, connectionId: string): Promise<void> =>
      void (await changeWatchers(workspaceId, 'DELETE', connectionId)),
  };
}
