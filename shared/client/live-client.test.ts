import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '../contracts/live-events.ts';
import { createLiveClient, type LiveClient } from './live-client.ts';
import { retryDelay, type Schedule } from './live-connection.ts';
import { type FakeLiveServer, startFakeLiveServer } from './testing/fake-live-server.ts';

const campaignId = 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ';
const event = (number: number): LiveEvent => ({
  type: 'cost:updated',
  number,
  campaignId,
  at: '2026-11-23T08:00:00.000Z',
  data: { spentMicroUsd: number, committedMicroUsd: number },
});
const subscribed = (lastEvent: number) => ({ type: 'subscribed', campaignId, lastEvent });

/** Timers that a test fires by their length; those of a reconnection fire at once. */
const testTimers = () => {
  const waiting = new Map<() => void, number>();
  const schedule: Schedule = (callback, milliseconds) => {
    if (milliseconds < 2_000) queueMicrotask(callback);
    else waiting.set(callback, milliseconds);
    return () => waiting.delete(callback);
  };
  const fire = (milliseconds: number) => {
    for (const [callback, length] of [...waiting]) {
      if (length !== milliseconds) continue;
      waiting.delete(callback);
      callback();
    }
  };
  /** Those of a length that wait now; each fires only while it still waits. */
  const waitingFor = (milliseconds: number) =>
    [...waiting].flatMap(([callback, length]) =>
      length === milliseconds ? [() => void (waiting.has(callback) && callback())] : [],
    );
  return { schedule, fire, waiting: waitingFor };
};

describe('the live client', () => {
  let server: FakeLiveServer;
  let client: LiveClient;
  const timers = testTimers();
  beforeEach(async () => {
    server = await startFakeLiveServer();
  });
  afterEach(async () => {
    client.close();
    await server.close();
  });

  /** Follows from an event number; `until` settles when the event of a number was handed on. */
  const follow = (after = 0, token = 'a+b') => {
    const numbers: number[] = [];
    const listeners = new Set<() => void>();
    client = createLiveClient({ url: server.url, token: () => token, schedule: timers.schedule, random: () => 0 });
    client.subscribe(campaignId, after, ({ number }) => {
      numbers.push(number);
      for (const listener of listeners) listener();
    });
    const until = (number: number) =>
      new Promise<void>((settle) => {
        const check = () => numbers.includes(number) && settle();
        listeners.add(check);
        check();
      });
    return { numbers, until };
  };

  it('says that what waits may have changed: when it begins, with each change, and after every connection anew', async () => {
    let changes = 0;
    let heard = () => {};
    const next = () =>
      new Promise<void>((resolve) => {
        heard = resolve;
      });
    server.onMessage = ({ action }, reply) => {
      if (action === 'subscribe:approvals') reply({ type: 'subscribed:approvals' });
      if (action === 'ping') reply({ type: 'approvals:changed', campaignId, at: '2026-11-23T08:00:00.000Z' });
    };
    client = createLiveClient({ url: server.url, token: () => 'a', schedule: timers.schedule, random: () => 0 });
    const begun = next();
    const stop = client.watchApprovals(() => {
      changes += 1;
      heard();
    });
    await begun;
    const changed = next();
    timers.fire(60_000); // silence: it asks for a sign of life
    await changed;
    const again = next();
    server.cut();
    await again;
    expect(changes).toBe(3);
    stop();
  });

  it('hands on at once how far a model has come, without taking it for an event', async () => {
    const progress = {
      ...{ type: 'phase:progress', campaignId, at: '2026-11-23T08:00:00.000Z' },
      data: {
        ...{ phaseId: 'seo', attempt: 1, kind: 'text', model: 'maker/model-1', characters: 12 },
        ...{ elapsedMilliseconds: 900, costMicroUsd: 3 },
      },
    };
    server.onMessage = (_message, reply) => {
      reply({ ...progress, campaignId: 'cmp_01JDYYYYYYYYYYYYYYYYYYYYYY' }); // not ours
      reply(progress);
      reply(event(1));
    };
    client = createLiveClient({ url: server.url, token: () => 'a', schedule: timers.schedule, random: () => 0 });
    const told: unknown[] = [];
    await new Promise<void>((settle) => {
      client.subscribe(
        campaignId,
        0,
        () => settle(),
        (frame) => told.push(frame),
      );
    });
    expect(told).toEqual([progress]);
  });

  it('asks for the campaign after the last number it has, with its token in the address', async () => {
    const asked = new Promise((settle) => {
      server.onMessage = (message) => settle(message);
    });

    follow(7);

    expect(await asked).toEqual({ action: 'subscribe:campaign', campaignId, after: 7 });
    expect(server.addresses).toEqual(['/live?token=a%2Bb']);
  });

  it('hands on events in order and each once, though they come mixed up and repeated', async () => {
    server.onMessage = (_message, reply) => {
      reply(subscribed(4));
      for (const number of [1, 1, 3, 2, 3, 4]) reply(event(number));
    };

    const { numbers, until } = follow();
    await until(4);

    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it('asks again from its last number when it sees a gap', async () => {
    const askedAfter: (number | undefined)[] = [];
    server.onMessage = (message, reply) => {
      if (message.action !== 'subscribe:campaign') return;
      askedAfter.push(message.after);
      for (const number of message.after === 0 ? [1, 4] : [2, 3, 4]) reply(event(number));
    };

    const { numbers, until } = follow();
    await until(4);

    expect(askedAfter).toEqual([0, 1]);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it('keeps asking while a replay does not come', async () => {
    let asked = 0;
    let askedTwice = () => {};
    const second = new Promise<void>((settle) => {
      askedTwice = settle;
    });
    server.onMessage = (message, reply) => {
      if (message.action !== 'subscribe:campaign') return;
      asked += 1;
      if (asked === 1) reply(event(2));
      if (asked === 2) askedTwice();
      if (asked === 3) reply(event(1));
    };

    const { numbers, until } = follow();
    await second;
    timers.fire(2_000);
    await until(2);

    expect(numbers).toEqual([1, 2]);
  });

  it('asks for the rest at once when the server could not send all', async () => {
    const askedAfter: (number | undefined)[] = [];
    server.onMessage = (message, reply) => {
      if (message.action !== 'subscribe:campaign') return;
      askedAfter.push(message.after);
      reply(subscribed(4));
      for (const number of message.after === 0 ? [1, 2] : [3, 4]) reply(event(number));
      if (message.after === 0) reply({ type: 'replay:more', campaignId, after: 2 });
    };

    const { numbers, until } = follow();
    await until(4);

    expect(askedAfter).toEqual([0, 2]);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });

  it('does not ask again for a replay that is still coming', async () => {
    const askedAfter: (number | undefined)[] = [];
    let send = (_number: number) => {};
    server.onMessage = (message, reply) => {
      if (message.action !== 'subscribe:campaign') return;
      askedAfter.push(message.after);
      send = (number) => reply(event(number));
      reply(subscribed(3));
      send(1);
    };

    const { until } = follow();
    await until(1);
    const begun = timers.waiting(2_000);
    send(2);
    await until(2);
    for (const fire of begun) fire();
    send(3);
    await until(3);

    expect(begun).toHaveLength(1);
    expect(askedAfter).toEqual([0]);
  });

  it('comes back after a lost connection and misses nothing', async () => {
    server.onMessage = (message, reply) => {
      if (message.action !== 'subscribe:campaign') return;
      for (const number of message.after === 0 ? [1, 2] : [2, 3]) reply(event(number));
    };

    const { numbers, until } = follow();
    await until(2);
    server.cut();
    await until(3);

    expect(numbers).toEqual([1, 2, 3]);
    expect(server.addresses).toHaveLength(2);
  });

  it('finds a lost last event by its heartbeat', async () => {
    let lost = true;
    server.onMessage = (message, reply) => {
      if (message.action === 'ping') reply({ type: 'pong' });
      if (message.action !== 'subscribe:campaign') return;
      reply(event(1));
      if (!lost) reply(event(2));
    };

    const { until, numbers } = follow();
    await until(1);
    lost = false;
    timers.fire(60_000);

    await until(2);
    expect(numbers).toEqual([1, 2]);
  });

  it('lets an event of a later version take its place without handing it on', async () => {
    server.onMessage = (_message, reply) => {
      reply({ type: 'phase:sang', number: 1, campaignId, at: '2026-11-23T08:00:00.000Z', data: {} });
      reply(event(2));
    };

    const { numbers, until } = follow();
    await until(2);

    expect(numbers).toEqual([2]);
  });

  it('reports what the server refuses', async () => {
    server.onMessage = (_message, reply) => reply({ type: 'error', code: 'not-found', detail: 'There is no campaign' });

    const refusal = await new Promise((settle) => {
      client = createLiveClient({ url: server.url, token: () => 't', onRefusal: settle, schedule: timers.schedule });
      client.subscribe(campaignId, 0, () => {});
    });

    expect(refusal).toMatchObject({ code: 'not-found', detail: 'There is no campaign' });
  });
});

describe('the pause before the next try', () => {
  it('grows to 15 seconds and is spread over its upper half', () => {
    expect([0, 1, 2, 10].map((failures) => retryDelay(failures, 1))).toEqual([250, 500, 1000, 15_000]);
    expect(retryDelay(10, 0)).toBe(7_500);
  });
});
