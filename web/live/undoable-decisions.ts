// Decisions that can still be taken back: held for some seconds before they are sent, and lost with nothing. They lie in the browser's storage
// meanwhile; who leaves the page sends them at once, and what a page that died has left is sent when the application is opened again.

import { useSyncExternalStore } from 'react';
import { ApiProblem, mayPass } from '../../shared/client/api-errors.ts';
import { addressOf } from '../../shared/client/call-route.ts';
import type { Phase } from '../../shared/contracts/phase.ts';
import { api } from './api.ts';
import { type HeldAnswer, isOnRecord } from './held-answer.ts';
import { createListeners } from './listeners.ts';
import { currentSession } from './session.ts';
import { settings } from './settings.ts';

/** Long enough to see a slip, short enough that nobody waits for it. */
export const graceMilliseconds = 6_000;
/** A page that is alive has sent by then. */
const deadAfterMilliseconds = 5_000;
const storageKey = 'astromedia.held';

export interface HeldDecision {
  readonly userId: string;
  readonly campaignId: string;
  readonly phaseId: string;
  readonly attempt: number;
  readonly phaseName: Phase['name'];
  readonly answer: HeldAnswer;
  /** In milliseconds since 1970. */
  readonly sendAt: number;
}

export interface HeldEntry extends HeldDecision {
  readonly state: 'held' | 'sending' | 'failed';
  /** Why it could not be sent, or did not count. */
  readonly error?: unknown;
}

let entries: readonly HeldEntry[] = [];
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const takenBack = new Map<string, HeldDecision>();
const { listen, tell } = createListeners();
/** Told of each decision that was answered. */
const settledListeners = new Set<(decision: HeldDecision) => void>();

export const heldKey = ({ campaignId, phaseId }: Pick<HeldDecision, 'campaignId' | 'phaseId'>): string =>
  `${campaignId}/${phaseId}`;

function change(next: readonly HeldEntry[]): void {
  entries = next;
  // What the server has refused is over; what it could not hear, or from nobody it knew, is sent again once that has passed.
  keep(entries.filter(({ error }) => !(error instanceof ApiProblem) || mayPass(error)));
  tell();
}
const without = (entry: HeldDecision) => entries.filter((other) => heldKey(other) !== heldKey(entry));
const put = (entry: HeldEntry) => change([...without(entry), entry]);

/** Begins the time in which it can be taken back. */
export function holdDecision(decision: Omit<HeldDecision, 'sendAt' | 'userId'>): void {
  const userId = currentSession()?.user.id ?? '';
  const entry: HeldEntry = { ...decision, userId, sendAt: Date.now() + graceMilliseconds, state: 'held' };
  takenBack.delete(heldKey(entry));
  put(entry);
  clearTimeout(timers.get(heldKey(entry)));
  timers.set(
    heldKey(entry),
    setTimeout(() => void sendNow(entry), graceMilliseconds),
  );
}

/** Nothing was sent, and nothing is: the phase waits as before. Words that were written are there when it is decided anew. */
export function takeBack(entry: HeldEntry): void {
  clearTimeout(timers.get(heldKey(entry)));
  takenBack.set(heldKey(entry), entry);
  change(without(entry));
}

/** What was decided about this attempt, and taken back or not counted. */
export const answerTakenBack = (phase: Pick<HeldDecision, 'campaignId' | 'phaseId' | 'attempt'>) => {
  const decision = takenBack.get(heldKey(phase));
  return decision?.attempt === phase.attempt ? decision.answer : undefined;
};

export async function sendNow(entry: HeldEntry): Promise<void> {
  clearTimeout(timers.get(heldKey(entry)));
  const known = entries.find((other) => heldKey(other) === heldKey(entry));
  if (!known || known.state === 'sending') return;
  put({ ...known, state: 'sending', error: undefined });
  try {
    await send(known);
    change(without(known));
  } catch (error) {
    if (await wasCountedBefore(known, error)) change(without(known));
    else put({ ...known, state: 'failed', error });
  }
  for (const listener of settledListeners) listener(known);
}

export const sendAllNow = (): Promise<unknown> =>
  Promise.all(entries.filter(({ state }) => state === 'held').map((entry) => sendNow(entry)));

function send({ campaignId, phaseId, attempt, answer }: HeldDecision): Promise<unknown> {
  const params = { campaignId, phaseId };
  switch (answer.kind) {
    case 'approve': {
      const { choice, editedData } = answer;
      return api.call('approvePhase', {
        params,
        body: { attempt, ...(editedData ? { editedData } : {}), ...(choice ? { choice } : {}) },
      });
    }
    case 'reject':
      return api.call('rejectPhase', { params, body: { attempt, feedback: answer.feedback } });
    case 'write':
      return api.call('writePhase', { params, body: { attempt, output: answer.output } });
    case 'skip':
      return api.call('skipPhase', {
        params,
        body: { attempt, ...(answer.reason.trim() ? { reason: answer.reason } : {}) },
      });
  }
}

/** It was sent while the page was left, or by another tab, and nobody here saw the answer. */
async function wasCountedBefore({ campaignId, phaseId, attempt, userId, answer }: HeldDecision, error: unknown) {
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return false;
  const { approvals } = await api
    .call('getPhase', { params: { campaignId, phaseId } })
    .catch(() => ({ approvals: [] as const }));
  return approvals.some((one) => one.attempt === attempt && one.decidedBy === userId && isOnRecord(answer, one));
}

/** Sends what another page of this person has left behind. */
export function sendWhatWasLeft(): void {
  const userId = currentSession()?.user.id;
  for (const decision of readKept()) {
    const isDead = decision.sendAt + deadAfterMilliseconds < Date.now();
    if (decision.userId !== userId || !isDead || entries.some((entry) => heldKey(entry) === heldKey(decision)))
      continue;
    const entry: HeldEntry = { ...decision, state: 'held' };
    put(entry);
    void sendNow(entry);
  }
}

/** The page may never run again: what is held goes out at once, and stays in the storage until somebody has seen its answer. */
function sendWhileLeaving(): void {
  const token = currentSession()?.token;
  if (!token) return;
  for (const { campaignId, phaseId, attempt, answer, state } of entries) {
    if (state !== 'held') continue;
    const { kind, ...words } = answer;
    const path = `/campaigns/{campaignId}/phases/{phaseId}/${kind}`;
    const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value));
    void fetch(`${settings().apiUrl}${addressOf({ path }, { params: { campaignId, phaseId } })}`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ attempt, ...given }),
    }).catch(() => undefined);
  }
}

function keep(decisions: readonly HeldEntry[]): void {
  const mine = currentSession()?.user.id;
  const others = readKept().filter(({ userId }) => userId !== mine);
  const all = [...others, ...decisions.map(({ state: _state, error: _error, ...decision }) => decision)];
  try {
    if (all.length > 0) localStorage.setItem(storageKey, JSON.stringify(all));
    else localStorage.removeItem(storageKey);
  } catch {
    // A browser that keeps nothing: leaving the page still sends it.
  }
}

function readKept(): readonly HeldDecision[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
export const useHeldDecisions = (): readonly HeldEntry[] => useSyncExternalStore(listen, () => entries);

/** Whether a decision about this phase is on its way, and nothing else is to be decided about it meanwhile. */
export const useIsHeld = (campaignId: string, phaseId: string): boolean =>
  useHeldDecisions().some((entry) => entry.state !== 'failed' && heldKey(entry) === heldKey({ campaignId, phaseId }));

/** Calls back after each decision that was sent; and sends what is held when the page is left or put out of sight. */
export function attendHeldDecisions(onSettled: (decision: HeldDecision) => void): () => void {
  const hide = () => {
    if (document.visibilityState === 'hidden') void sendAllNow();
  };
  settledListeners.add(onSettled);
  addEventListener('pagehide', sendWhileLeaving);
  document.addEventListener('visibilitychange', hide);
  sendWhatWasLeft();
  return () => {
    settledListeners.delete(onSettled);
    removeEventListener('pagehide', sendWhileLeaving);
    document.removeEventListener('visibilitychange', hide);
  };
}
