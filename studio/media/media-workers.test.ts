import { expect, it } from 'vitest';
import { brandPalette } from '../../shared/domain/media/brand-palette.ts';
import { createMediaWorkers, type MediaJob } from './media-workers.ts';

/** A worker that dies when the headline is "throw" or "exit", and otherwise answers with its thread's number once told. */
const SOURCE = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ specification: { headline } }) => {
  if (headline === 'throw') setImmediate(() => { throw new Error('out of paint'); });
  else if (headline === 'exit') process.exit(3);
  else if (headline === 'refuse') parentPort.postMessage({ problem: 'no such motif' });
  else parentPort.postMessage({ bytes: new Uint8Array([threadId]) });
});`;
const WORKER_URL = new URL(`data:text/javascript,${encodeURIComponent(SOURCE)}`);

const job = (headline: string): MediaJob => ({
  kind: 'visual',
  specification: {
    style: 'artistic',
    brandName: '',
    headline,
    supportingLine: '',
    callToAction: '',
    palette: brandPalette({ brandName: '', tone: '' }),
    seed: '',
    widthPixels: 240,
    heightPixels: 240,
    fileType: 'png',
  },
});

it('never uses more threads than allowed and finishes every job that waits', async () => {
  const workers = createMediaWorkers(WORKER_URL, 2);
  const answers = await Promise.all(Array.from({ length: 9 }, () => workers.run(job('draw'))));
  expect(new Set(answers.map(({ bytes: [thread] }) => thread)).size).toBeLessThanOrEqual(2);
});

it.each([
  ['throw', /worker thread died \(out of paint\)/],
  ['exit', /worker thread died \(exit code 3\)/],
])(
  'rejects only the job whose thread dies by %s, and starts another thread for the next',
  async (headline, message) => {
    const workers = createMediaWorkers(WORKER_URL, 1);
    const [dead, next] = await Promise.allSettled([workers.run(job(headline)), workers.run(job('draw'))]);
    expect(dead).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(message) } });
    expect(next.status).toBe('fulfilled');
  },
);

it('passes on the reason of a job that fails, and keeps the thread', async () => {
  const workers = createMediaWorkers(WORKER_URL, 1);
  const { bytes: before } = await workers.run(job('draw'));
  await expect(workers.run(job('refuse'))).rejects.toThrow('no such motif');
  const { bytes: after } = await workers.run(job('draw'));
  expect(after).toEqual(before);
});
