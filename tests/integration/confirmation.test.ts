// Registration where e-mails must be confirmed: the code comes by mail, and nobody learns who has an account.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import { sessionSchema } from '../../shared/contracts/routes/auth-routes.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { codeOf, newEmail } from '../support/people.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { mailsTo } from '../support/read-mail.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

const platform = scratchPlatform((directory) =>
  startPlatform({ directory, onError: noteUnexpectedError, requireEmailConfirmation: true }),
);
afterEach(() => void vi.useRealTimers());

const password = 'password123';
let addresses = 0;
const post = (route: string, body: unknown, from = `203.0.113.${addresses++}`) =>
  sendRaw(platform, { method: 'POST', path: `${apiPrefix}/auth/${route}`, from, body });
const mails = (email: string) => mailsTo(platform.directory, email);

/** An answer without what differs from one moment to the next. */
const shown = ({ status, text, headers }: RawAnswer) => [
  status,
  text.replace(/person-[^"]+/, '<email>'),
  [...headers.entries()].filter(
    ([name]) => !['content-length', 'date', 'x-request-id', 'ratelimit-reset'].includes(name),
  ),
];

describe('a registration', () => {
  it('opens once the mailed code has come back, with the name and the password that came with it', async () => {
    const email = newEmail();
    const registered = await post('register', { email, password, name: 'Ada' });
    expect([registered.status, registered.json]).toEqual([201, { confirmationRequired: true, email }]);
    expect(registered.headers.getSetCookie()).toEqual([]);
    expect(codeOf(await post('login', { email, password }))).toEqual([401, 'wrong-credentials']);
    const [mail] = mails(email);
    expect(mail?.subject).toBe('Confirm your e-mail');

    expect(codeOf(await post('confirm', { email, code: '000000x', password }))).toEqual([422, 'wrong-code']);
    expect((await post('confirm', { email, code: mail?.code, password, name: 'Ada' })).json).toEqual({ success: true });

    const signedIn = await post('login', { email, password });
    expect(signedIn.json).toMatchObject({ user: { email, name: 'Ada' } });
    expect(codeOf(await post('confirm', { email, code: mail?.code, password }))).toEqual([422, 'wrong-code']);
    await post('forgot-password', { email });
    expect(mails(email).at(-1)?.subject).toBe('Set a new password');
  });

  it('is told by a wrong password no more than by an e-mail nobody has', async () => {
    const email = newEmail();
    await post('register', { email, password });

    const known = await post('login', { email, password: 'password124' });

    expect(codeOf(known)).toEqual([401, 'wrong-credentials']);
    expect(problemSchema.parse(known.json).detail).toMatch(/must be confirmed first/);
    expect(codeOf(await post('login', { email: newEmail(), password }))).toEqual([401, 'wrong-credentials']);
  });

  it('of a foreign e-mail gains nothing: its owner is mailed again, and the code sets the password of who brings it', async () => {
    const email = newEmail();
    await post('register', { email, password: 'password-of-the-thief', name: 'Visit my shop' });
    const own = await post('register', { email, password: 'password-of-the-owner' });
    await post('register', { email, password: 'password-of-the-thief' });

    expect(shown(own)).toEqual(shown(await post('register', { email: newEmail(), password })));
    expect(mails(email)).toHaveLength(3);
    const confirmed = await post('confirm', {
      email,
      code: mails(email).at(-1)?.code,
      password: 'password-of-the-owner',
    });
    expect(confirmed.status).toBe(200);

    expect(codeOf(await post('login', { email, password: 'password-of-the-thief' }))).toEqual([
      401,
      'wrong-credentials',
    ]);
    const signedIn = await post('login', { email, password: 'password-of-the-owner' });
    expect(sessionSchema.parse(signedIn.json).user.name).toBeUndefined();
  });

  it('of an e-mail that has an account is answered the same, mails nothing and changes nothing', async () => {
    const email = newEmail();
    const first = await post('register', { email, password });
    await post('confirm', { email, code: mails(email)[0]?.code, password });

    const second = await post('register', { email, password: 'another-password' });

    expect(shown(second)).toEqual(shown(first));
    expect(mails(email)).toHaveLength(1);
    expect(codeOf(await post('login', { email, password: 'another-password' }))).toEqual([401, 'wrong-credentials']);
    expect((await post('login', { email, password })).status).toBe(200);
  });

  it('is mailed another code when asked, and only the newest works, for a day', async () => {
    const email = newEmail();
    await post('register', { email, password });
    expect((await post('resend-code', { email })).status).toBe(202);
    const [old, newest] = mails(email).map(({ code }) => code);
    if (old !== newest)
      expect(codeOf(await post('confirm', { email, code: old, password }))).toEqual([422, 'wrong-code']);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 + 1000 });

    expect(codeOf(await post('confirm', { email, code: newest, password }))).toEqual([422, 'wrong-code']);
    await post('resend-code', { email });
    expect((await post('confirm', { email, code: mails(email).at(-1)?.code, password })).status).toBe(200);
  });

  it('keeps its code when the password that comes with it is not accepted', async () => {
    const email = newEmail();
    await post('register', { email, password });
    const code = mails(email)[0]?.code;

    for (const refused of ['short', ' password123', '         ', '\u200b'.repeat(9)]) {
      const answer = await post('confirm', { email, code, password: refused });
      expect([answer.status, problemSchema.parse(answer.json).errors?.[0]?.pointer]).toEqual([422, '#/password']);
    }
    expect((await post('confirm', { email, code, password })).status).toBe(200);
  });

  it('is no way to send mails to the world: an address has twenty in a quarter of an hour', async () => {
    const from = '192.0.2.1';
    const emails = Array.from({ length: 21 }, newEmail);
    const answers: RawAnswer[] = [];
    for (const email of emails) answers.push(await post('register', { email, password }, from));

    expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(201), 429]);
    expect(emails.flatMap(mails)).toHaveLength(20);
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('cannot be taken over by the code of its mail used as one for a new password', async () => {
    const email = newEmail();
    await post('register', { email, password });
    const code = mails(email)[0]?.code;

    expect(codeOf(await post('reset-password', { email, code, password: 'new-password' }))).toEqual([
      422,
      'wrong-code',
    ]);
  });
});

describe('whether an e-mail waits for its confirmation', () => {
  it.each(['resend-code', 'forgot-password'])('is not told by %s', async (route) => {
    const email = newEmail();
    await post('register', { email, password });

    const answers = [await post(route, { email }), await post(route, { email: newEmail() })];

    expect(answers.map(({ status, text }) => [status, text])).toEqual([
      [202, '{"success":true}'],
      [202, '{"success":true}'],
    ]);
  });
});
