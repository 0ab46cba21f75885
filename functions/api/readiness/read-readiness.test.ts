import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '../../../shared/runtime/logger.ts';
import { type ReadinessParts, readReadiness } from './read-readiness.ts';

let now = 0;
let asked: string[];
const well: ReadinessParts['ask'] = {
  DynamoDB: async () => asked.push('DynamoDB'),
  S3: async () => asked.push('S3'),
  'Step Functions': async () => asked.push('Step Functions'),
};
const ready = (ask: Partial<ReadinessParts['ask']> = {}, limitMilliseconds = 2000) =>
  readReadiness({ ask: { ...well, ...ask }, clock: () => new Date(now), limitMilliseconds });

beforeEach(() => {
  asked = [];
  vi.spyOn(logger, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('readiness', () => {
  it('names every service that answers, and how long it took', async () => {
    const milliseconds = expect.any(Number);
    expect(await ready()()).toEqual({
      status: 'ready',
      checks: [
        { name: 'DynamoDB', ok: true, milliseconds },
        { name: 'S3', ok: true, milliseconds },
        { name: 'Step Functions', ok: true, milliseconds },
      ],
    });
  });

  it('asks all services at once', async () => {
    const others = Promise.withResolvers<void>();
    const waitsForTheOthers = () => others.promise;
    const last = async () => others.resolve();
    const { status } = await ready({ DynamoDB: waitsForTheOthers, S3: waitsForTheOthers, 'Step Functions': last })();
    expect(status).toBe('ready');
  });

  it('names those that do not answer, and nothing of why: that is logged', async () => {
    const refuse = () => Promise.reject(new Error('arn:aws:secret is not yours'));
    const failing = ready({ S3: refuse, DynamoDB: refuse })();
    await expect(failing).rejects.toMatchObject({
      code: 'unavailable',
      status: 503,
      message: 'No answer from DynamoDB and S3.',
      retryAfterSeconds: 2,
    });
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('does not wait for a service that never answers', async () => {
    const silent = ready({ 'Step Functions': () => new Promise(() => {}) }, 5)();
    await expect(silent).rejects.toMatchObject({ message: 'No answer from Step Functions.' });
  });
});

describe('asking often', () => {
  it('asks the services once in two seconds, also when many ask together', async () => {
    const read = ready();
    await Promise.all(Array.from({ length: 50 }, read));
    now += 1999;
    await read();
    expect(asked).toHaveLength(3);
    now += 1;
    await read();
    expect(asked).toHaveLength(6);
  });

  it('reuses a failure as well, and forgets it as soon', async () => {
    let isDown = true;
    let questions = 0;
    const read = ready({
      S3: async () => {
        questions += 1;
        if (isDown) throw new Error('down');
      },
    });
    await expect(read()).rejects.toThrow('S3');
    isDown = false;
    await expect(read()).rejects.toThrow('S3');
    expect(questions).toBe(1);
    now += 2000;
    expect(await read()).toMatchObject({ status: 'ready' });
  });
});
