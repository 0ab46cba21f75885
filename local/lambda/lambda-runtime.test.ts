import type { Context } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createLambdaRuntime } from './lambda-runtime.ts';

const runtimeWith = (handler: (event: never, context: Context) => Promise<unknown>) =>
  createLambdaRuntime({ meta: async () => ({ handler }) });

afterEach(() => {
  vi.useRealTimers();
});

describe('invoking a function', () => {
  it('hands over JSON and hands back JSON: what JSON cannot hold does not survive', async () => {
    let seen: unknown;
    const runtime = await runtimeWith(async (event) => {
      seen = event;
      return { at: new Date(0), missing: undefined };
    });
    const answer = await runtime.invoke('meta', { list: [1, undefined], gone: undefined });
    expect(seen).toEqual({ list: [1, null] });
    expect(answer).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    expect(Object.keys(answer as object)).toEqual(['at']);
  });

  it('answers null when the function answers nothing', async () => {
    expect(await (await runtimeWith(async () => undefined)).invoke('meta', {})).toBeNull();
  });

  it('shares nothing with the caller', async () => {
    const event = { list: [1] };
    const runtime = await runtimeWith(async (received: { list: number[] }) => received.list.push(2));
    await runtime.invoke('meta', event);
    expect(event).toEqual({ list: [1] });
  });

  it('gives each invocation a context of its own with the time that is left', async () => {
    const contexts: Context[] = [];
    const runtime = await runtimeWith(async (_event, context) => void contexts.push(context));
    await Promise.all([runtime.invoke('meta', {}), runtime.invoke('meta', {})]);
    expect(new Set(contexts.map(({ awsRequestId }) => awsRequestId)).size).toBe(2);
    for (const context of contexts) {
      expect(context.functionName).toBe('meta');
      expect(context.getRemainingTimeInMillis()).toBeGreaterThan(0);
      expect(context.getRemainingTimeInMillis()).toBeLessThanOrEqual(lambdas.meta.timeoutSeconds * 1000);
    }
  });

  it('keeps the name of the error the function fails with: Retry and Catch compare it', async () => {
    const runtime = await runtimeWith(() =>
      Promise.reject(Object.assign(new Error('busy'), { name: 'ModelUnavailable' })),
    );
    await expect(runtime.invoke('meta', {})).rejects.toMatchObject({ name: 'ModelUnavailable', message: 'busy' });
  });

  it('keeps the name also when the function throws before it is asynchronous', async () => {
    const runtime = await runtimeWith(() => {
      throw new RangeError('at once');
    });
    await expect(runtime.invoke('meta', {})).rejects.toMatchObject({ name: 'RangeError' });
  });

  it('ends with AWS’s own error name once the time of its settings is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const runtime = await runtimeWith(() => new Promise(() => {}));
    const answer = runtime.invoke('meta', {}).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(lambdas.meta.timeoutSeconds * 1000);
    expect(await answer).toMatchObject({
      name: 'Sandbox.Timedout',
      message: `Task timed out after ${lambdas.meta.timeoutSeconds} seconds`,
    });
  });

  it('that does not exist names those that do', async () => {
    const runtime = await runtimeWith(async () => undefined);
    await expect(runtime.invoke('nowhere', {})).rejects.toThrow(/There is no function "nowhere"\. Known: .*run-agent/);
  });
});

describe('a crowd of invocations', () => {
  /** Calls a function whose work ends when the test says so, more often than it works at once. */
  const crowdOf = async (count: number) => {
    const released = Promise.withResolvers<void>();
    const seen = { atWork: 0, most: 0, begun: 0 };
    const runtime = await runtimeWith(async () => {
      seen.atWork += 1;
      seen.most = Math.max(seen.most, seen.atWork);
      await released.promise;
      seen.atWork -= 1;
    });
    const onBegin = () => {
      seen.begun += 1;
    };
    const answers = Array.from({ length: count }, () => runtime.invoke('meta', {}, { onBegin }));
    return { runtime, released, seen, answers };
  };

  it('waits in line without its time running, however long those before take, and all are answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const limit = lambdas.meta.timeoutSeconds * 1000;
    const { released, seen, answers } = await crowdOf(1000);
    await vi.advanceTimersByTimeAsync(limit - 1);
    expect(seen.begun).toBe(32);
    released.resolve();
    const ended = await Promise.allSettled(answers);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(seen).toEqual({ atWork: 0, most: 32, begun: 1000 });
  });

  it('loses those who took their call back while they waited, and nobody else', async () => {
    const { runtime, released, answers } = await crowdOf(32);
    const taking = new AbortController();
    const waiting = runtime.invoke('meta', {}, { signal: taking.signal, onBegin: () => expect.fail('it begun') });
    const next = runtime.invoke('meta', {});
    taking.abort(new Error('the execution ended'));
    released.resolve();
    await expect(waiting).rejects.toThrow('the execution ended');
    await Promise.all([...answers, next]);
  });
});

describe('draining', () => {
  it('waits for what runs', async () => {
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const order: string[] = [];
    const runtime = await runtimeWith(async () => {
      begun.resolve();
      await released.promise;
      order.push('finished');
    });
    const answer = runtime.invoke('meta', {});
    await begun.promise;
    const drained = runtime.drain(60_000).then(() => order.push('drained'));
    released.resolve();
    await Promise.all([answer, drained]);
    expect(order).toEqual(['finished', 'drained']);
  });

  it('gives up on what runs too long', async () => {
    const runtime = await runtimeWith(() => new Promise(() => {}));
    void runtime.invoke('meta', {}).catch(() => {});
    expect(await runtime.drain(1)).toBeUndefined();
  });
});
