// Looks after the campaigns for which not even a reminder could be queued.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Outbox } from '../data/outbox.ts';
import type { CatchUpOutcome } from './catch-up.ts';

export interface SweepParts {
  readonly outbox: Pick<Outbox, 'list' | 'remove'>;
  readonly catchUp: (reference: CampaignReference) => Promise<CatchUpOutcome>;
}

/** One after the other; throws at the first that fails, for then the queue still refuses. The next sweep goes on. */
export const sweepOutbox =
  ({ outbox, catchUp }: SweepParts) =>
  async (): Promise<void> => {
    for (const entry of await outbox.list()) if ((await catchUp(entry)) === 'done') await outbox.remove(entry);
  };
