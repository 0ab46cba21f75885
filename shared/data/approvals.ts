// The record of every human decision. Written once and never changed.
import * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type Approval, approvalSchema } from '../contracts/phase.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = z.object(approvalSchema.shape);

export type Approvals = ReturnType<typeof createApprovals>;

export function createApprovals(table: Table) {
  return {
    add: (reference: CampaignReference, approval: Approval) =>
      table.put(keys.approval({ ...reference, phaseId: approval.phaseId }, approval.attempt, approval.decision), {
        ...approval,
      }),

    /** Access pattern 8: decisions on a phase, or on a whole campaign. */
    list: (reference: CampaignReference, phaseId?: string): Promise<Approval[]> =>
      table.queryAll(lists.approvals(reference, phaseId), recordSchema),
  };
}
