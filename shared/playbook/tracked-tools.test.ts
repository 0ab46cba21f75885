import { expect, it } from 'vitest';
import { sampleText, sampleVideo, sampleVisual } from '../../tests/support/fake-models.ts';
import type { AgentTools } from '../agents/agent.ts';
import { trackTools } from './tracked-tools.ts';

/** Tools whose every call ends when told to, well or badly. */
function slowTools() {
  const calls: PromiseWithResolvers<never>[] = [];
  const call = () => {
    const resolvers = Promise.withResolvers<never>();
    calls.push(resolvers);
    return resolvers.promise;
  };
  const tools: AgentTools = { text: call, image: call, video: call, readAsset: call };
  return { calls, ...trackTools(tools) };
}

it('is idle at once when nothing was asked for', async () => {
  await expect(slowTools().idle()).resolves.toBeUndefined();
});

it('is idle only after every kind of call has ended, however it ended', async () => {
  const { calls, tools, idle } = slowTools();
  const asked = [
    tools.text(sampleText),
    tools.image(sampleVisual('A')),
    tools.video(sampleVideo('A')),
    tools.readAsset('ast_01JD0000000000000000000000_visuals_1_A'),
  ];
  const outcomes = Promise.allSettled(asked);
  let isIdle = false;
  const waiting = idle().then(() => {
    isIdle = true;
  });
  for (const call of calls) {
    await new Promise(setImmediate);
    expect(isIdle).toBe(false);
    call.reject(new Error('refused'));
  }
  await waiting;
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
});

it('waits for calls that begin while it waits', async () => {
  const { calls, tools, idle } = slowTools();
  const first = tools.text(sampleText).catch(() => tools.image(sampleVisual('A')));
  const waiting = idle();
  calls[0]?.reject(new Error('wrong shape'));
  await expect.poll(() => calls.length).toBe(2);
  let isIdle = false;
  void waiting.then(() => {
    isIdle = true;
  });
  await new Promise(setImmediate);
  expect(isIdle).toBe(false);
  calls[1]?.reject(new Error('refused'));
  await waiting;
  await expect(first).rejects.toThrow('refused');
});
