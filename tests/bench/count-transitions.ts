// Counts what lies between the end of an agent and the start of one that waited for it: the calls of AWS that come one after the other, and the
// functions that start. Each function is looked at for itself, up to the moment that lets the next one go on: what it does beside that, or
// afterwards, keeps nobody waiting.
import { AsyncLocalStorage } from 'node:async_hooks';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Around } from '../support/wrapped-functions.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
}
interface Invocation {
  readonly name: string;
  readonly begun: number;
  readonly calls: Interval[];
  /** When it answered the token of a gate. */
  opened?: Interval;
}

export interface Transition {
  /** Calls one after the other, with those that run beside each other as one. */
  readonly sequentialCalls: number;
  /** Functions that start in between. */
  readonly starts: number;
}

const running = new AsyncLocalStorage<Invocation>();
const invocations: Invocation[] = [];

/** The most calls of which each began after the one before had ended. */
function depthOf(calls: readonly Interval[], { from, to }: Interval): number {
  let [depth, end] = [0, from];
  for (const call of calls.toSorted((one, other) => one.to - other.to)) {
    if (call.from < end || call.to > to) continue;
    depth += 1;
    end = call.to;
  }
  return depth;
}

/** Notes every call that a client makes from within a function. */
function watch(client: { readonly prototype: { send: (...args: never[]) => unknown } }): void {
  const { send } = client.prototype;
  client.prototype.send = async function (...args: never[]) {
    const invocation = running.getStore();
    const from = performance.now();
    const answer = await Reflect.apply(send, this, args);
    const interval = { from, to: performance.now() };
    invocation?.calls.push(interval);
    const [command] = args as unknown as [{ constructor: { name: string } }];
    if (invocation && command.constructor.name === 'SendTaskSuccessCommand') invocation.opened ??= interval;
    return answer;
  };
}

watch(DynamoDBDocumentClient as never);
watch(SFNClient as never);

export const watched: Around = (name, call) => {
  const invocation: Invocation = { name, begun: performance.now(), calls: [] };
  invocations.push(invocation);
  return running.run(invocation, call);
};

/** What an agent of the benchmark tells: for how long it has worked. */
export function noteWork(work: Interval): void {
  const invocation = running.getStore();
  if (invocation) worked.push({ ...work, invocation });
}
const worked: (Interval & { readonly invocation: Invocation })[] = [];

/** The transition from the first agent that worked to the second, which alone had waited for it. */
export function firstTransition(): Transition | undefined {
  const [before, after] = worked.toSorted((one, other) => one.from - other.from);
  if (!before || !after) return undefined;
  const opening = invocations.find(({ opened }) => opened && opened.from > before.to);
  if (!opening?.opened) return undefined;
  const isSame = opening === before.invocation;
  const until = opening.opened.to;
  const tail = isSame
    ? depthOf(before.invocation.calls, { from: before.to, to: until })
    : depthOf(before.invocation.calls, { from: before.to, to: opening.begun }) +
      depthOf(opening.calls, { from: opening.begun, to: until });
  const { invocation } = after;
  const head = depthOf(invocation.calls, { from: invocation.begun, to: after.from });
  return { sequentialCalls: tail + head, starts: isSame ? 1 : 2 };
}

export function forgetTransitions(): void {
  invocations.length = 0;
  worked.length = 0;
}
