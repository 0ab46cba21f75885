import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paidModels, sampleText, sampleVideo, sampleVisual } from '../../tests/support/fake-models.ts';
import { type PhaseProgress, phaseProgressSchema } from '../contracts/live-events.ts';
import type { CallEnd } from '../generation/call-end.ts';
import type { TextModel, TextProgress, VideoModel } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import { watchProgress } from './watch-progress.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-26T10:00:00.000Z') }));
afterEach(() => void vi.useRealTimers());

const reference = {
  workspaceId: 'wsp_1',
  campaignId: 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ',
  phaseId: 'content',
};
const card: ModelCard = {
  ...{ provider: 'fake-provider', id: 'fake/writer-1', isTrained: true },
  secondsPerCall: { text: 30 },
  price: {
    since: '2026-11-23',
    perMillionInputTokens: 4_000_000,
    perMillionOutputTokens: 8_000_000,
    perVideoSecond: 50_000,
  },
};

/** A watch, who listens to it, and what they were told, each frame with its time in milliseconds since the beginning. */
function watched(listening: readonly string[] = ['socket-1']) {
  const begun = Date.now();
  const stage = {
    listening,
    looks: 0,
    frames: [] as PhaseProgress[],
    times: [] as number[],
    push: async (listeners: readonly string[], _signal: AbortSignal): Promise<readonly string[]> => listeners,
  };
  const watch = watchProgress(
    {
      campaigns: {
        getListeners: async () => {
          stage.looks += 1;
          return stage.listening;
        },
      },
      pushProgress: (listeners, frame, signal) => {
        stage.frames.push(phaseProgressSchema.parse(frame));
        stage.times.push(Date.now() - begun);
        return stage.push(listeners, signal);
      },
      clock: () => new Date(),
    },
    {
      reference,
      phase: { id: 'content', attempt: 2, startedAt: new Date(begun).toISOString() },
      language: 'en',
      listeners: listening,
    },
  );
  return { stage, watch };
}
type Watch = ReturnType<typeof watched>['watch'];

/** A call under way: the test says what is written, and when it ends. */
function writing(watch: Watch, { card: own = card }: { card?: ModelCard } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let heard: ((progress: TextProgress) => void) | undefined;
  const model: TextModel = {
    card: own,
    async generate(_request, options) {
      heard = options?.onProgress;
      await promise;
      return { text: '{}', ended: 'stop', usage: { inputTokens: 1, outputTokens: 1 }, warnings: [] };
    },
  };
  const answer = watch.texts([model])[0]?.generate(sampleText);
  return {
    answer,
    write: (textSoFar: string) => heard?.({ textSoFar }),
    end: resolve,
    fail: reject,
    isHeard: () => heard !== undefined,
  };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('tells twice a second at most what is written, and falls silent with the end of the call', async () => {
  const { stage, watch } = watched();
  const call = writing(watch);
  for (let words = 1; words <= 100; words += 1) {
    call.write(`{"text": "${'Word by word. '.repeat(words)}`);
    await pass(20);
  }
  expect(stage.times).toEqual([500, 1000, 1500, 2000]);
  expect(stage.frames[0]).toMatchObject({
    campaignId: reference.campaignId,
    at: '2026-11-26T10:00:00.500Z',
    data: {
      ...{ phaseId: 'content', attempt: 2, kind: 'text', model: 'fake/writer-1' },
      ...{ lastSentence: 'Word by word.', elapsedMilliseconds: 500 },
    },
  });
  call.write('{"text": "The end is near');
  call.end();
  await call.answer;
  call.write('{"text": "Too late');
  await pass(60_000);
  expect(stage.frames).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
});

it('falls silent when the call fails, too, and leaves the failure as it is', async () => {
  const { stage, watch } = watched();
  const call = writing(watch);
  call.fail(new Error('refused'));
  await expect(call.answer).rejects.toThrow('refused');
  await pass(60_000);
  expect([stage.frames, vi.getTimerCount()]).toEqual([[], 0]);
});

it('says nothing of a call that is over in a moment', async () => {
  const { stage, watch } = watched();
  const call = writing(watch);
  call.write('{"text": "All at once."}');
  await pass(499);
  call.end();
  await call.answer;
  await pass(10_000);
  expect(stage.frames).toEqual([]);
});

it('says every five seconds that a model that tells nothing is still at work', async () => {
  const { stage, watch } = watched();
  const call = writing(watch);
  await pass(10_600);
  expect(stage.times).toEqual([500, 5500, 10_500]);
  expect(stage.frames.map(({ data }) => [data.characters, data.elapsedMilliseconds])).toEqual([
    [0, 500],
    [0, 5500],
    [0, 10_500],
  ]);
  call.end();
  await call.answer;
});

it('does nothing while nobody listens but look now and then, and tells whoever comes', async () => {
  const { stage, watch } = watched([]);
  const call = writing(watch);
  for (let second = 1; second <= 9; second += 1) {
    call.write(`{"text": "${'Word by word. '.repeat(second)}`);
    await pass(1000);
  }
  expect([stage.looks, stage.frames]).toEqual([1, []]);
  stage.listening = ['socket-2'];
  await pass(1000);
  expect([stage.looks, stage.times]).toEqual([2, [10_000]]);
  call.end();
  await call.answer;
});

it('forgets a socket that has gone', async () => {
  const { stage, watch } = watched();
  stage.push = async () => [];
  const call = writing(watch);
  await pass(4000);
  expect(stage.frames).toHaveLength(1);
  call.end();
  await call.answer;
});

it('is never waited for: a socket that hangs gets no second frame, and is let go with the call', async () => {
  const { stage, watch } = watched();
  let signal: AbortSignal | undefined;
  stage.push = (_listeners, given) => {
    signal = given;
    return new Promise(() => {});
  };
  const call = writing(watch);
  await pass(500);
  call.write('{"text": "More and more');
  await pass(20_000);
  expect([stage.frames.length, signal?.aborted]).toEqual([1, false]);
  call.end();
  await expect(call.answer).resolves.toMatchObject({ text: '{}' });
  expect(signal?.aborted).toBe(true);
});

it('is no reason to fail when nobody can be told', async () => {
  const { stage, watch } = watched();
  stage.push = () => Promise.reject(new Error('the socket broke'));
  const call = writing(watch);
  await pass(6000);
  expect(stage.frames.length).toBeGreaterThan(1);
  call.end();
  await expect(call.answer).resolves.toMatchObject({ text: '{}' });
});

it('tells of two calls of a phase in turns, no more often than of one', async () => {
  const { stage, watch } = watched();
  const [one, other] = [writing(watch), writing(watch)];
  for (let step = 0; step < 20; step += 1) {
    (step % 10 < 5 ? one : other).write(`{"text": "${step % 10 < 5 ? 'One' : 'Other'} sentence here. ${step}`);
    await pass(100);
  }
  expect(stage.frames.map(({ data }) => data.lastSentence)).toEqual([
    'One sentence here.',
    'Other sentence here.',
    'One sentence here.',
    'Other sentence here.',
  ]);
  one.end();
  await one.answer;
  await pass(5000);
  expect(stage.frames.length).toBe(5);
  other.end();
  await other.answer;
});

it('adds what calls were billed to an estimate of the one under way', async () => {
  const { stage, watch } = watched();
  const ledger = watch.counting({
    fail: async (_call: string, _end: CallEnd, _error: unknown) => {},
    settle: async <Answer>(_: string, __: CallEnd, answer: Answer) => answer,
  });
  const end = (costMicroUsd: number): CallEnd => ({
    ...{ status: 'SETTLED', warnings: [], doubts: [], names: {} },
    usage: { inputTokens: 1, outputTokens: 1, costMicroUsd },
  });
  await ledger.fail('text-1', end(100), new Error());
  expect(await ledger.settle('text-1', end(1000), 'answer')).toBe('answer');
  const call = writing(watch);
  call.write('x'.repeat(400));
  await pass(500);
  // 'You answer.' and 'Answer.' are 18 letters: 5 tokens at 4 micro-dollars; 100 tokens at 8.
  expect(stage.frames[0]?.data.costMicroUsd).toBe(1100 + 5 * 4 + 100 * 8);
  call.end();
  await call.answer;
});

it('does not watch a program', async () => {
  const { stage, watch } = watched();
  const call = writing(watch, { card: { ...card, isTrained: false } });
  await pass(10_000);
  expect([call.isHeard(), stage.frames]).toEqual([false, []]);
  call.end();
  await call.answer;
});

it('tells of a picture while it is made', async () => {
  const { stage, watch } = watched();
  const models = paidModels({ worstCaseMicroUsd: 7, costMicroUsd: 7 }, () => ({
    image: () => new Promise((done) => setTimeout(done, 700)),
  }));
  const answer = watch.images([models.image])[0]?.generate(sampleVisual('A'));
  await pass(700);
  await answer;
  expect(stage.frames.map(({ data }) => [data.kind, data.characters, data.costMicroUsd])).toEqual([['image', 0, 7]]);
});

it('tells once of a job that was submitted and each time that it was asked for, with the time since the attempt began', async () => {
  const job = { jobId: 'job-1', askAgainSeconds: 15 };
  const model: VideoModel = { card, submit: async () => job, poll: async () => job };
  const request = sampleVideo('A');
  const frames: unknown[] = [];
  const asked = async (ask: (model: VideoModel) => Promise<unknown>) => {
    const { stage, watch } = watched();
    await pass(20_000);
    const videos = watch.videos([model], request);
    await Promise.all(videos.flatMap((video) => [ask(video), ask(video)])); // both variants at once
    frames.push(...stage.frames.map(({ data }) => [data.kind, data.elapsedMilliseconds, data.costMicroUsd]));
  };
  await asked((video) => video.submit(request));
  await asked((video) => video.poll('job-1'));
  expect(frames).toEqual([
    ['video', 20_000, 300_000],
    ['video', 20_000, 300_000],
  ]);
});
