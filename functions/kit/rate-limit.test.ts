import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RateLimitClass, rateLimits } from '../../shared/contracts/limits.ts';
import { createRateWindows, type RateWindows } from '../../shared/data/rate-windows.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import type { GatewayResponse } from './gateway-response.ts';
import { withinRate } from './rate-limit.ts';

const rateLimitClasses = Object.keys(rateLimits) as RateLimitClass[];
let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let windows: RateWindows;
let now: Date;
beforeAll(async () => {
  memory = await startMemoryTable();
  windows = createRateWindows(memory.table, () => now);
});
afterAll(() => memory.stop());

let names = 0;
let email = '';
let address = '';
beforeEach(() => {
  now = new Date('2026-11-25T08:00:00.000Z');
  email = `person-${names}@example.com`;
  address = `192.0.2.${names++}`;
});
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

const right = async (): Promise<GatewayResponse> => ({ statusCode: 200, headers: { own: 'header' }, body: '{}' });
const wrong = async (): Promise<GatewayResponse> => {
  throw new ProblemError('wrong-credentials', 'No.');
};
const signIn = (work: () => Promise<GatewayResponse>, changes: { email?: string; address?: string } = {}) =>
  withinRate(windows, 'sign-in', { email, address, ...changes }, work);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

describe('guessing', () => {
  it('is over after five wrong tries for an e-mail, wherever they come from, until the window is over', async () => {
    for (let guess = 0; guess < 5; guess += 1)
      expect(await codeOf(signIn(wrong, { address: `${address}.${guess}` }))).toBe('wrong-credentials');
    later(60);
    await expect(signIn(right, { address: 'elsewhere' })).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterSeconds: 840,
    });
    later(839);
    expect(await codeOf(signIn(right))).toBe('rate-limited');
    later(1);
    expect(await codeOf(signIn(right))).toBe('answered');
  });

  it('at one account does not lock out who shares the address, and fifty tries from it are all the same enough', async () => {
    for (let guess = 0; guess < 5; guess += 1) await codeOf(signIn(wrong));
    expect(await codeOf(signIn(right))).toBe('rate-limited');
    expect(await codeOf(signIn(right, { email: `colleague-${email}` }))).toBe('answered');
    for (let guess = 5; guess < 50; guess += 1)
      expect(await codeOf(signIn(wrong, { email: `${guess}-${email}` }))).toBe('wrong-credentials');
    expect(await codeOf(signIn(wrong, { email: `50-${email}` }))).toBe('rate-limited');
    expect(await codeOf(signIn(right, { email: `50-${email}`, address: `other-${address}` }))).toBe('answered');
  });

  it('twenty times at once is tried five times', async () => {
    let tried = 0;
    const codes = await Promise.all(
      Array.from({ length: 20 }, () =>
        codeOf(
          signIn(() => {
            tried += 1;
            return wrong();
          }),
        ),
      ),
    );
    expect(tried).toBe(5);
    expect(codes.filter((code) => code === 'rate-limited')).toHaveLength(15);
  });

  it('that one window refuses does not use up the other', async () => {
    for (let guess = 0; guess < 5; guess += 1) await codeOf(signIn(wrong));
    const other = `other-${address}`;
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf(signIn(wrong, { address: other }))).toBe('rate-limited');
    expect(await codeOf(signIn(right, { address: other, email: `other-${email}` }))).toBe('answered');
  });
});

describe('whoever gets it right', () => {
  it('is never held back, and is told that nothing was used up', async () => {
    for (let time = 0; time < 12; time += 1)
      expect((await signIn(right)).headers).toEqual({
        own: 'header',
        'ratelimit-limit': '5',
        'ratelimit-remaining': '5',
        'ratelimit-reset': '900',
      });
  });

  it('gets his own try back, not those that failed before', async () => {
    for (let guess = 0; guess < 4; guess += 1) await codeOf(signIn(wrong));
    expect((await signIn(right)).headers['ratelimit-remaining']).toBe('1');
    expect(await codeOf(signIn(wrong))).toBe('wrong-credentials');
    expect(await codeOf(signIn(right))).toBe('rate-limited');
  });
});

describe('an address that the right password has come from', () => {
  const guessFromElsewhere = async () => {
    for (let guess = 0; guess < 5; guess += 1) await codeOf(signIn(wrong, { address: `${address}.${guess}` }));
  };

  it('is let through while others guess at the account, for a month', async () => {
    await windows.remember(email, address);
    await guessFromElsewhere();

    expect(await codeOf(signIn(right, { address: 'elsewhere' }))).toBe('rate-limited');
    expect(await codeOf(signIn(right))).toBe('answered');
    later(30 * 24 * 60 * 60);
    await guessFromElsewhere();
    expect(await codeOf(signIn(right))).toBe('rate-limited');
  });

  it('is let through while a neighbour tries everybody', async () => {
    await windows.remember(email, address);
    for (let guess = 0; guess < 51; guess += 1) await codeOf(signIn(wrong, { email: `${guess}-${email}` }));

    expect(await codeOf(signIn(right, { email: `colleague-${email}` }))).toBe('rate-limited');
    expect(await codeOf(signIn(right))).toBe('answered');
  });

  it('has five tries itself, and is known for this e-mail only', async () => {
    await windows.remember(email, address);
    for (let guess = 0; guess < 5; guess += 1) expect(await codeOf(signIn(wrong))).toBe('wrong-credentials');
    expect(await codeOf(signIn(right))).toBe('rate-limited');

    const other = `other-${email}`;
    for (let guess = 0; guess < 5; guess += 1) await codeOf(signIn(wrong, { email: other, address: `${guess}` }));
    expect(await codeOf(signIn(right, { email: other }))).toBe('rate-limited');
  });

  it('is remembered anew with each day it is used, and costs one write a day', async () => {
    await windows.remember(email, address);
    for (let day = 0; day < 40; day += 1) {
      later(24 * 60 * 60);
      await windows.remember(email, address);
    }
    expect(await windows.knows(email, address)).toBe(true);
  });
});

describe('the limits of different things', () => {
  it('do not use up each other', async () => {
    for (let guess = 0; guess < 5; guess += 1) await codeOf(signIn(wrong));
    for (const limit of rateLimitClasses.filter((one) => one !== 'sign-in'))
      expect([limit, await codeOf(withinRate(windows, limit, { email, address, user: email }, right))]).toEqual([
        limit,
        'answered',
      ]);
  });

  it('are those of the stage where it says so: registrations from one address, also those that succeed', async () => {
    const three = createRateWindows(memory.table, () => now, {
      ...rateLimits,
      registration: { ...rateLimits.registration, tries: { address: 3 } },
    });
    const register = (name: string) =>
      codeOf(withinRate(three, 'registration', { email: `${name}-${email}`, address }, right));
    const answers: string[] = [];
    for (const name of ['ann', 'ben', 'cem', 'dan']) answers.push(await register(name));

    expect(answers).toEqual(['answered', 'answered', 'answered', 'rate-limited']);
    later(24 * 60 * 60 - 1);
    expect(await register('eve')).toBe('rate-limited');
    later(1);
    expect(await register('eve')).toBe('answered');
  });
});

describe('a limit that forgives nothing', () => {
  it('counts every try, and says how many are left', async () => {
    const generate = () => withinRate(windows, 'generation', { user: email, address }, right);
    const remaining: (string | undefined)[] = [];
    for (let time = 0; time < 10; time += 1) remaining.push((await generate()).headers['ratelimit-remaining']);
    expect(remaining).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0']);
    await expect(generate()).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 60 });
    later(60);
    expect((await generate()).headers['ratelimit-remaining']).toBe('9');
  });
});
