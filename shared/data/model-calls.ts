// Every model call with its cost and provenance. A call is recorded before it is made when it can cost money.
import * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type ModelCall, modelCallSchema } from '../contracts/usage.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = z.object(modelCallSchema.shape);

export type ModelCalls = ReturnType<typeof createModelCalls>;

export function createModelCalls(table: Table) {
  return {
    get: (reference: CampaignReference, callId: string) => table.get(keys.call(reference, callId), recordSchema),
    put: (reference: CampaignReference, call: ModelCall) => table.put(keys.call(reference, call.id), { ...call }),

    /** Access pattern 9: all calls of a campaign, in the order of phase, attempt and number. */
    list: (reference: CampaignReference): Promise<ModelCall[]> => table.queryAll(lists.calls(reference), recordSchema),
  };
}
