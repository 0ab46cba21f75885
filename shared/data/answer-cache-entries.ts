// Whose call has answered a request, or is at it: the entries of the cache for calls of campaigns. Only a pointer and a lease; the answer lies
// with the campaign that it was made for, and goes with it. Expiry is checked when read: the table forgets late.
import * as z from 'zod';
import { campaignIdSchema } from '../contracts/identifiers.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

const originSchema = z.object({
  campaignId: campaignIdSchema,
  /** The call by its name, without the number of its try. */
  call: z.string(),
  /** One more with each owner: who was late cannot put down what another has taken up since. */
  fence: z.int(),
  /** Epoch milliseconds: when it was taken up, and until when its owner is believed to be at work. */
  claimedAt: z.int(),
  leaseUntil: z.int(),
  expiresAt: z.int(),
});
/** The call that has answered a request, or is at it. */
export type AnswerCacheEntry = z.infer<typeof originSchema>;

export type AnswerCacheEntries = ReturnType<typeof createAnswerCacheEntries>;

export function createAnswerCacheEntries(table: Table) {
  return {
    /** Access pattern 38. Also one that is over: its `fence` is needed to take its place. */
    get: (workspaceId: string, request: string): Promise<AnswerCacheEntry | undefined> =>
      table.get(keys.cacheEntry(workspaceId, request), originSchema),

    /** Takes up a request where nobody was (`seen` undefined), or in the place of whoever was seen. False when somebody else was faster. */
    claim: (workspaceId: string, request: string, origin: AnswerCacheEntry, seen: AnswerCacheEntry | undefined) =>
      table.put(keys.cacheEntry(workspaceId, request), { ...origin }, seen ? stillOf(seen) : unclaimed),

    /** Puts it down again, unless somebody else has taken it up since. */
    release: (
      workspaceId: string,
      request: string,
      origin: Pick<AnswerCacheEntry, 'fence' | 'call'>,
    ): Promise<boolean> => table.delete(keys.cacheEntry(workspaceId, request), stillOf(origin)),
  };
}

const unclaimed = { expression: 'attribute_not_exists(pk)' };
const stillOf = ({ fence, call }: Pick<AnswerCacheEntry, 'fence' | 'call'>) => ({
  expression: '#fence = :fence AND #call = :call',
  names: { '#fence': 'fence', '#call': 'call' },
  values: { ':fence': fence, ':call': call },
});
