// Registration where e-mails must be confirmed: the code comes by mail, and nobody learns who has an account.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { mailsTo } from '../support/read-mail.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';

const platform = scratchPlatform((directory) => startPlatform({ directory, requireEmailConfirmation: true }));
afterEach(() => void vi.useRealTimers());

const password = 'password123';
let people = 0;
const newEmail = () => `person-${people++}-${Date.now()}@example.com`;
let addresses = 0;
const post = (route: string, body: unknown, from = `203.0.113.${addresses++}`) =>
  sendRaw(platform, { method: 'POST', path: `${apiPrefix}/auth/${route}`, from, body });
const codeOf = ({ status, json }: RawAnswer) => [status, problemSchema.safeParse(json).data?.code];
const mails = (email: string) => mailsTo(platform.directory, email);

describe('a registration', () => {
  it('opens once the mailed code has come back, with the name it was given', async () => {
    const email = newEmail();
    const registered = await post('register', { email, password, name: 'Ada' });
    expect([registered.status, registered.json]).toEqual([201, { confirmationRequired: true, email }]);
    expect(registered.headers.getSetCookie()).toEqual([]);
    expect(codeOf(await post('login', { email, password }))).toEqual([403, 'not-confirmed']);
    const [mail] = mails(email);
    expect(mail?.subject).toBe('Confirm your e-mail');

    expect(codeOf(await post('confirm', { email, code: '000000x' }))).toEqual([422, 'wrong-code']);
    expect((await post('confirm', { email, code: mail?.code })).json).toEqual({ success: true });

    const signedIn = await post('login', { email, password });
    expect(signedIn.json).toMatchObject({ user: { email, name: 'Ada' } });
    expect(codeOf(await post('confirm', { email, code: mail?.code }))).toEqual([422, 'wrong-code']);
    await post('forgot-password', { email });
    expect(mails(email).at(-1)?.subject).toBe('Set a new password');
  });

  it('is told by a wrong password no more than by an e-mail nobody has', async () => {
    const email = newEmail();
    await post('register', { email, password });

    expect(codeOf(await post('login', { email, password: 'password124' }))).toEqual([401, 'wrong-credentials']);
    expect(codeOf(await post('login', { email: newEmail(), password }))).toEqual([401, 'wrong-credentials']);
  });

  it('of a known e-mail is answered the same, mails nothing and changes nothing', async () => {
    const email = newEmail();
    const first = await post('register', { email, password });
    const code = mails(email)[0]?.code;

    const second = await post('register', { email, password: 'another-password' });
    await post('confirm', { email, code });
    const third = await post('register', { email, password: 'another-password' });

    const shown = ({ status, text, headers }: RawAnswer) => [
      status,
      text,
      [...headers.entries()].filter(([name]) => !['date', 'x-request-id'].includes(name)),
    ];
    expect(shown(second)).toEqual(shown(first));
    expect(shown(third)).toEqual(shown(first));
    expect(mails(email)).toHaveLength(1);
    expect(codeOf(await post('login', { email, password: 'another-password' }))).toEqual([401, 'wrong-credentials']);
    expect((await post('login', { email, password })).status).toBe(200);
  });

  it('is mailed another code when asked, and only the newest works, for a day', async () => {
    const email = newEmail();
    await post('register', { email, password });
    expect((await post('resend-code', { email })).status).toBe(202);
    const [old, newest] = mails(email).map(({ code }) => code);
    if (old !== newest) expect(codeOf(await post('confirm', { email, code: old }))).toEqual([422, 'wrong-code']);

    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1000 + 1000 });

    expect(codeOf(await post('confirm', { email, code: newest }))).toEqual([422, 'wrong-code']);
    await post('resend-code', { email });
    expect((await post('confirm', { email, code: mails(email).at(-1)?.code })).status).toBe(200);
  });

  it('is no way to send mails to the world: an address has five in a quarter of an hour', async () => {
    const from = '192.0.2.1';
    const emails = Array.from({ length: 6 }, newEmail);
    const answers: RawAnswer[] = [];
    for (const email of emails) answers.push(await post('register', { email, password }, from));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 429]);
    expect(emails.flatMap(mails)).toHaveLength(5);
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
