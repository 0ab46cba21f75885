// Drives a platform as a user does: over HTTP and the socket. Knows a base URL and nothing of what runs behind it.
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import { ApiProblem } from '../../shared/client/api-errors.ts';
import { createLiveClient } from '../../shared/client/live-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { LiveEvent, LiveEventType } from '../../shared/contracts/live-events.ts';
import type { PhaseStatus } from '../../shared/contracts/phase.ts';

export interface Target {
  readonly apiUrl: string;
  readonly liveUrl: string;
}

export interface User {
  readonly client: ApiClient;
  readonly token: string;
  readonly id: string;
  readonly workspaceId: string;
}

let registered = 0;

/** Registers a new person on the target. */
export async function registerUser({ apiUrl }: Target): Promise<User> {
  const answer = await createApiClient({ baseUrl: apiUrl }).call('register', {
    body: { email: `person-${process.pid}-${registered++}-${Date.now()}@example.com`, password: 'password123' },
  });
  const { token, user } = openedSession(answer);
  return {
    client: createApiClient({ baseUrl: apiUrl, token: () => token }),
    token,
    id: user.id,
    workspaceId: user.workspaceId,
  };
}

type EventOf<Type extends LiveEventType> = Extract<LiveEvent, { type: Type }>;

/** Everything that happened in a campaign so far, and a way to wait for what has not. */
export interface Follower {
  readonly events: readonly LiveEvent[];
  /** The first event, past or to come, that passes. */
  until<Type extends LiveEventType>(type: Type, test?: (event: EventOf<Type>) => boolean): Promise<EventOf<Type>>;
  untilPhase(phaseId: string, status: PhaseStatus, attempt?: number): Promise<EventOf<'phase:status'>>;
  untilFinished(): Promise<'COMPLETED' | 'FAILED' | 'CANCELLED'>;
  /** Position of the first event that passes, for questions of order; -1 when there is none. */
  positionOf(test: (event: LiveEvent) => boolean): number;
  close(): void;
}

/** Follows a campaign from its first event. */
export function follow({ liveUrl }: Target, user: User, campaignId: string): Follower {
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const live = createLiveClient({ url: liveUrl, token: () => user.token });
  let closed = false;
  const take = (event: LiveEvent) => {
    events.push(event);
    for (const look of waiting) look();
  };
  live.subscribe(campaignId, 0, (event) => {
    take(event);
    if (event.type === 'campaign:status' && event.data.refetch)
      refetch(event.number).catch((error: unknown) => {
        if (!closed) throw error;
      });
  });
  /** A crash lost an event: what the phases are now stands in for it. */
  async function refetch(number: number): Promise<void> {
    const { phases } = await user.client.call('getCampaign', { params: { campaignId } });
    const at = new Date().toISOString();
    for (const { id, status, attempt } of phases)
      take({ type: 'phase:status', number, campaignId, at, data: { phaseId: id, status, attempt } });
  }
  const until: Follower['until'] = (type, test = () => true) =>
    new Promise((resolve) => {
      const look = () => {
        const found = events.find(
          (event): event is EventOf<typeof type> => event.type === type && test(event as EventOf<typeof type>),
        );
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    events,
    until,
    untilPhase: (phaseId, status, attempt) =>
      until(
        'phase:status',
        ({ data }) =>
          data.phaseId === phaseId && data.status === status && (attempt === undefined || data.attempt === attempt),
      ),
    async untilFinished() {
      const { data } = await until(
        'campaign:status',
        ({ data: { status } }) => status !== 'RUNNING' && status !== 'PAUSED',
      );
      return data.status as 'COMPLETED' | 'FAILED' | 'CANCELLED';
    },
    positionOf: (test) => events.findIndex(test),
    close: () => {
      closed = true;
      live.close();
    },
  };
}

/** The problem a call is answered with. Throws when the call succeeds. */
export async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error;
    throw error;
  }
  throw new Error('The call succeeded, but a problem was expected');
}

/** A small valid brief. */
export const briefOf = (changes: Partial<BriefInput> = {}): BriefInput => ({
  name: 'Spring launch',
  governanceMode: 'AUTO',
  language: 'en',
  aiBudgetUsd: 1,
  briefData: {
    companyInfo: { name: 'Northbeam', sector: 'Software', size: '120 people' },
    campaignGoals: {
      objectives: ['Book 60 demos'],
      targetAudience: 'Operations directors',
      budget: { amount: 45000, currency: 'USD' },
      duration: '3 months',
    },
    brandIdentity: { tone: 'Calm', brandValues: 'Safety', priorityChannels: ['linkedin', 'x'] },
  },
  ...changes,
});
