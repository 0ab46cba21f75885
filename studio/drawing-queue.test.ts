import { expect, it } from 'vitest';
import { ModelBusy } from '../shared/models/errors.ts';
import { createDrawingQueue, type DrawingQueue } from './drawing-queue.ts';

/** A clock, and work of which a line can be told how long it takes. */
function simulatedTime() {
  let now = 0;
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { now: () => now, pass, takes: (milliseconds: number) => async () => pass(milliseconds) };
}
/** Work that takes until it is told to be done. */
const held = () => Promise.withResolvers<string>();
const refusal = (line: DrawingQueue) => line.enter(async () => 'drawn').catch((error: unknown) => error);

it('refuses whoever finds every place taken, and has a place again once one is done, well or badly', async () => {
  const line = createDrawingQueue(2);
  const [first, second] = [held(), held()];
  const working = [line.enter(() => first.promise), line.enter(() => second.promise)];

  expect(await refusal(line)).toBeInstanceOf(ModelBusy);
  expect(await refusal(line)).toMatchObject({ name: 'ModelUnavailable', askAgainSeconds: 15 });
  first.resolve('drawn');
  expect(await working[0]).toBe('drawn');
  await expect(line.enter(async () => 'next')).resolves.toBe('next');
  second.reject(new Error('out of paint'));
  await expect(working[1]).rejects.toThrow('out of paint');
  await expect(line.enter(async () => 'last')).resolves.toBe('last');
});

it('gives one appointment after the other at the pace of the work, none sooner than 15 s and none later than 600 s', async () => {
  const time = simulatedTime();
  const line = createDrawingQueue(1, time.now);
  for (let work = 0; work < 100; work += 1) await line.enter(time.takes(3000));
  const { promise: over, resolve: end } = held();
  const working = line.enter(() => over);

  const given: unknown[] = [];
  for (let asker = 0; asker < 300; asker += 1) {
    const refused = await refusal(line);
    given.push(refused instanceof ModelBusy && refused.askAgainSeconds);
  }

  expect(given.slice(0, 8)).toEqual([15, 15, 15, 15, 15, 18, 21, 24]);
  expect(given.at(-1)).toBe(600);
  time.pass(3_000_000); // every appointment has passed
  expect(await refusal(line)).toMatchObject({ askAgainSeconds: 15 });
  end('drawn');
  await working;
});

it('does not take an idle hour for a slow pace', async () => {
  const time = simulatedTime();
  const line = createDrawingQueue(1, time.now);
  await line.enter(time.takes(1000));
  time.pass(3_600_000);
  await line.enter(time.takes(1000));
  const { promise: over, resolve: end } = held();
  const working = line.enter(() => over);

  expect(await refusal(line)).toMatchObject({ askAgainSeconds: 15 });
  end('drawn');
  await working;
});
