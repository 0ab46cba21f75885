// Every model call with its cost and provenance. A call is recorded before it is made when it can cost money.
import * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { choiceReasonSchema, storedReason } from '../contracts/reasons.ts';
import { type ModelCall, modelCallSchema } from '../contracts/usage.ts';
import { whenUsed } from '../contracts/when-used.ts';
import { callName } from '../domain/costs/call-name.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = whenUsed(() =>
  z.object({ ...modelCallSchema.unwrap().shape, chosenBecause: storedReason(choiceReasonSchema) }),
);

export type ModelCalls = ReturnType<typeof createModelCalls>;

export function createModelCalls(table: Table) {
  return {
    get: (reference: CampaignReference, callId: string) => table.get(keys.call(reference, callId), recordSchema),

    /** Records a call, or how it ended. False when it has ended before: a record says once how a call ended. */
    put: (reference: CampaignReference, call: ModelCall): Promise<boolean> =>
      table.put(
        keys.call(reference, call.id),
        { ...call },
        {
          expression: 'attribute_not_exists(pk) OR #status = :open',
          names: { '#status': 'status' },
          values: { ':open': 'RESERVED' satisfies ModelCall['status'] },
        },
      ),

    /** Says what a lost call cost after all. False when that was said before, or it is not lost. */
    adjust: (reference: CampaignReference, call: ModelCall): Promise<boolean> =>
      table.put(
        keys.call(reference, call.id),
        { ...call },
        {
          expression: '#status = :lost AND attribute_not_exists(adjustedMicroUsd)',
          names: { '#status': 'status' },
          values: { ':lost': 'LOST' satisfies ModelCall['status'] },
        },
      ),

    /** Takes back the record of a call that was not made after all. */
    deleteReserved: (reference: CampaignReference, callId: string): Promise<boolean> =>
      table.delete(keys.call(reference, callId), {
        expression: '#status = :open',
        names: { '#status': 'status' },
        values: { ':open': 'RESERVED' satisfies ModelCall['status'] },
      }),

    /** Access pattern 9 for one call by its name: every try of it, oldest first. */
    async triesOf(reference: CampaignReference, name: string): Promise<ModelCall[]> {
      const found = await table.queryAll({ ...lists.call(reference, name), consistent: true }, recordSchema);
      return found
        .filter(({ id }) => id === name || /^\.\d+$/.test(id.slice(name.length)))
        .sort((one, other) => one.id.length - other.id.length || (one.id < other.id ? -1 : 1));
    },

    /** Access pattern 9 for one attempt of a phase, in the order of their names. */
    ofAttempt: (reference: CampaignReference, phaseId: string, attempt: number): Promise<ModelCall[]> =>
      table.queryAll({ ...lists.call(reference, callName(phaseId, attempt, '')), consistent: true }, recordSchema),

    /** Access pattern 9: all calls of a campaign, in the order of phase, attempt and number. */
    list: (reference: CampaignReference): Promise<ModelCall[]> => table.queryAll(lists.calls(reference), recordSchema),
  };
}
