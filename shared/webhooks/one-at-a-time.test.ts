import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('lets work about one thing wait for each other, also after a failure, and other work go on', async () => {
  const log: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const work = oneAtATime(
    (name: string) => name.charAt(0),
    async (name) => {
      log.push(`begin ${name}`);
      const gate = Promise.withResolvers<void>();
      gates.set(name, gate);
      await gate.promise;
      return name;
    },
  );
  const answers = ['a1', 'a2', 'b1'].map((name) => work(name).catch((error: Error) => error.message));
  await expect.poll(() => log).toEqual(['begin a1', 'begin b1']);
  gates.get('a1')?.reject(new Error('broken'));
  await expect.poll(() => log).toEqual(['begin a1', 'begin b1', 'begin a2']);
  for (const name of ['a2', 'b1']) gates.get(name)?.resolve();
  expect(await Promise.all(answers)).toEqual(['broken', 'a2', 'b1']);
});
