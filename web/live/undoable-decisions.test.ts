import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiUnreachable, mayPass, UnexpectedAnswer } from '../../shared/client/api-errors.ts';

vi.mock('./settings.ts', () => ({ settings: () => ({ apiUrl: 'http://127.0.0.1:9' }) }));

const decision = {
  campaignId: 'cmp_01HZX3V7Q8R9S0T1U2V3W4X5Y6',
  phaseId: 'research',
  attempt: 1,
  phaseName: { en: 'Market research', fr: 'Étude de marché' },
  answer: { kind: 'approve' },
} as const;
const problem = (status: number, code: string) =>
  new Response(JSON.stringify({ type: 'about:blank', code, status, title: code, instance: '/', requestId: 'r' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const gateway = () => new Response('{"message":"Unauthorized"}', { status: 401 });

describe('a held decision that could not be sent', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    vi.resetModules();
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  /** Sends one to a server that answers so, and yields what the browser keeps of it. */
  async function keptAfter(answer: () => Promise<Response>) {
    vi.useFakeTimers();
    const fetched = vi.fn(answer);
    vi.stubGlobal('fetch', fetched);
    const { openSession } = await import('./session.ts');
    const { holdDecision, graceMilliseconds } = await import('./undoable-decisions.ts');
    const user = { id: 'usr_1', email: 'a@example.com', workspaceId: 'wsp_1' };
    openSession({ token: 't', expiresInSeconds: 900, user } as never);
    holdDecision(decision);
    await vi.advanceTimersByTimeAsync(graceMilliseconds);
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(0);
    return JSON.parse(kept.get('astromedia.held') ?? '[]');
  }

  it.each([
    ['for want of a server', () => Promise.reject(new TypeError('fetch failed'))],
    ['for want of a session', async () => problem(401, 'unauthenticated')],
    ['for want of a session that the gateway knows', async () => gateway()],
  ])('%s stays in the browser until it is sent again', async (_why, answer) => {
    expect(await keptAfter(answer)).toMatchObject([{ campaignId: decision.campaignId, userId: 'usr_1' }]);
  });

  it('because it was refused is not sent again', async () => {
    expect(await keptAfter(async () => problem(403, 'forbidden'))).toEqual([]);
  });

  it('is sent again by itself once the server or the session is back, whoever said that there was none', () => {
    const errors = [new ApiUnreachable('?'), new UnexpectedAnswer('?', 401), new UnexpectedAnswer('?', 502)];
    expect(errors.map(mayPass)).toEqual([true, true, false]);
  });
});
