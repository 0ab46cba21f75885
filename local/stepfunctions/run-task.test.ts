import { afterEach, expect, test, vi } from 'vitest';
import { RunningTasks } from './run-task.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('counts the time-out of a task from the moment in which its function begins', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = Promise.withResolvers<{ readonly signal: AbortSignal; readonly onBegin: () => void }>();
  const tasks = new RunningTasks({
    waiting: new Map(),
    invokeFunction: (_name, _payload, options) => {
      asked.resolve(options);
      return new Promise(() => {});
    },
    executionName: 'one',
    onParked: () => {},
  });
  const outcome = tasks
    .run({ name: 'Ask', waitsForToken: false, timeoutSeconds: 30 }, {})
    .catch((error: unknown) => error);
  const { signal, onBegin } = await asked.promise;

  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(signal.aborted).toBe(false);
  onBegin();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(signal.aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1);

  expect(await outcome).toMatchObject({ name: 'States.Timeout' });
  expect(signal.aborted).toBe(true);
});
