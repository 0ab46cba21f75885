// Accounts and sessions over real HTTP, through the embedded Cognito: what opens, what ends, and what nobody may learn or guess.

import {
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { createAppClient } from '../../shared/accounts/app-client.ts';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import { sessionSchema } from '../../shared/contracts/routes/auth-routes.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { codeOf, newEmail } from '../support/people.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { mailsTo } from '../support/read-mail.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

const platform = scratchPlatform((directory) => startPlatform({ directory, onError: noteUnexpectedError }));
afterEach(() => void vi.useRealTimers());

const password = 'password123';
let addresses = 0;
const newAddress = () => `203.0.113.${addresses++}`;
interface Extras {
  readonly from?: string;
  readonly cookie?: string;
  readonly token?: string;
}
/** From a new address each time, unless told, so that no try is held back for the ones before it. */
const post = (route: string, body: unknown, { from = newAddress(), cookie, token }: Extras = {}) =>
  sendRaw(platform, {
    method: 'POST',
    path: `${apiPrefix}/auth/${route}`,
    from,
    token,
    body,
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
const cookieOf = ({ headers }: RawAnswer) => headers.getSetCookie()[0] ?? '';
const pairOf = (cookie: string) => cookie.split(';')[0] ?? '';
const client = () => createApiClient({ baseUrl: platform.apiUrl });

/** Someone with an account, signed in as a program. */
async function person() {
  const email = newEmail();
  const body = { email, password, refreshTokenIn: 'body' };
  return { email, ...sessionSchema.required({ refreshToken: true }).parse((await post('register', body)).json) };
}
const passTime = (minutes: number) => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });
};

describe('a session', () => {
  it('begins with a token, the user with the name given, and a cookie that no script and no other site can use', async () => {
    const email = newEmail();
    const answer = await post('register', { email, password, name: ' Ada Lovelace ' });

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ expiresInSeconds: 3600, user: { email, name: 'Ada Lovelace' } });
    expect(answer.json).not.toHaveProperty('refreshToken');
    expect(cookieOf(answer)).toMatch(
      /^astromedia_refresh=[\w.-]+; Max-Age=2592000; Path=\/api\/v1\/auth; HttpOnly; Secure; SameSite=Strict$/,
    );
    const again = await post('login', { email: email.toUpperCase(), password });
    expect(again.json).toMatchObject({ user: { email, name: 'Ada Lovelace' } });
  });

  it('hands the refresh token over in the body to a program that asks for it, and sets no cookie then', async () => {
    const answer = await post('login', { email: (await person()).email, password, refreshTokenIn: 'body' });

    expect(answer.json).toHaveProperty('refreshToken', expect.any(String));
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('goes on by cookie or by body, without a new refresh token', async () => {
    const { email, user, refreshToken } = await person();
    const cookie = pairOf(cookieOf(await post('login', { email, password })));

    for (const answer of [
      await post('refresh', undefined, { cookie: `theme=dark; ${cookie}` }),
      await post('refresh', { refreshToken }),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual({ token: expect.any(String), expiresInSeconds: 3600, user });
      expect(answer.headers.getSetCookie()).toEqual([]);
      const { token } = sessionSchema.parse(answer.json);
      expect(
        (await createApiClient({ baseUrl: platform.apiUrl, token: () => token }).call('listCampaigns')).campaigns,
      ).toEqual([]);
    }
  });

  it.each([
    ['none', undefined],
    ['an empty one', { cookie: 'astromedia_refresh=' }],
    ['nonsense', { cookie: 'astromedia_refresh=a.b.c' }],
  ])('does not go on with %s', async (_what, extras) => {
    expect(codeOf(await post('refresh', undefined, extras))).toEqual([401, 'unauthenticated']);
  });

  it('does not go on with an access token, nor after thirty days', async () => {
    const { token, refreshToken } = await person();

    expect(codeOf(await post('refresh', { refreshToken: token }))).toEqual([401, 'unauthenticated']);
    passTime(30 * 24 * 60 + 1);
    expect(codeOf(await post('refresh', { refreshToken }))).toEqual([401, 'unauthenticated']);
  });

  it('ends for good at the sign-out, which clears the cookie and may be repeated by anybody', async () => {
    const { email } = await person();
    const cookie = pairOf(cookieOf(await post('login', { email, password })));
    const other = pairOf(cookieOf(await post('login', { email, password })));

    for (const extras of [{ cookie }, { cookie }, {}, { cookie: 'astromedia_refresh=nonsense' }]) {
      const answer = await post('logout', undefined, extras);
      expect([answer.status, answer.json]).toEqual([200, { success: true }]);
      expect(cookieOf(answer)).toBe(
        'astromedia_refresh=; Max-Age=0; Path=/api/v1/auth; HttpOnly; Secure; SameSite=Strict',
      );
    }
    expect(codeOf(await post('refresh', undefined, { cookie }))).toEqual([401, 'unauthenticated']);
    expect((await post('refresh', undefined, { cookie: other })).status).toBe(200);
  });

  it('opens also when a crash came between registration and confirmation', async () => {
    const email = newEmail();
    const cognito = new CognitoIdentityProviderClient({});
    const environment = readEnvironment(['USER_POOL_ID', 'USER_POOL_CLIENT_ID']);
    await cognito.send(
      new SignUpCommand({
        ...(await createAppClient(cognito, environment).proofFor(email)),
        Username: email,
        Password: password,
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'name', Value: 'Ada' },
        ],
      }),
    );

    expect(codeOf(await post('login', { email, password: 'password124' }))).toEqual([401, 'wrong-credentials']);
    const [one, other] = await Promise.all([post('login', { email, password }), post('login', { email, password })]);

    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.json).toMatchObject({ user: { email, name: 'Ada' } });
    await post('forgot-password', { email });
    expect(mailsTo(platform.directory, email)).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  const reset = (email: string, code: string, newPassword = 'new-password') =>
    post('reset-password', { email, code, password: newPassword });

  it('is replaced by the code of the newest mail, once, and every session is over', async () => {
    const { email, refreshToken } = await person();
    await post('forgot-password', { email });
    await post('forgot-password', { email });
    const [first, second] = mailsTo(platform.directory, email);
    expect(second?.subject).toBe('Set a new password');

    expect(codeOf(await reset(email, first?.code ?? ''))).toEqual([422, 'wrong-code']);
    expect((await reset(email, second?.code ?? '')).json).toEqual({ success: true });

    expect(codeOf(await reset(email, second?.code ?? '', 'third-password'))).toEqual([422, 'wrong-code']);
    expect(codeOf(await post('refresh', { refreshToken }))).toEqual([401, 'unauthenticated']);
    expect(codeOf(await post('login', { email, password }))).toEqual([401, 'wrong-credentials']);
    expect((await post('login', { email, password: 'new-password' })).status).toBe(200);
  });

  it('keeps its code for an hour', async () => {
    const { email } = await person();
    await post('forgot-password', { email });
    const code = mailsTo(platform.directory, email)[0]?.code ?? '';

    passTime(61);

    expect(codeOf(await reset(email, code))).toEqual([422, 'wrong-code']);
  });

  it('is not replaced by a password that nobody could type again, and the code still works after it', async () => {
    const { email } = await person();
    await post('forgot-password', { email });
    const code = mailsTo(platform.directory, email)[0]?.code ?? '';

    const short = await reset(email, code, 'short');

    expect([short.status, problemSchema.parse(short.json).errors?.[0]?.pointer]).toEqual([422, '#/password']);
    expect((await reset(email, code)).status).toBe(200);
  });
});

describe('whether an e-mail has an account', () => {
  const without = (answer: RawAnswer, ...emails: string[]) => ({
    status: answer.status,
    text: emails
      .reduce((text, email) => text.replaceAll(email, '<email>'), answer.text)
      .replace(/"requestId":"[^"]+"/, '"requestId":""'),
    headers: [...answer.headers.entries()].filter(([name]) => !['date', 'x-request-id'].includes(name)),
  });

  it.each([
    ['login', { password: 'password000' }],
    ['forgot-password', {}],
    ['resend-code', {}],
    ['reset-password', { code: '000000', password: 'new-password' }],
    ['confirm', { code: '000000', password }],
  ])('is not told by %s', async (route, body) => {
    const { email } = await person();
    const nobody = newEmail();

    const known = await post(route, { email, ...body });
    const unknown = await post(route, { email: nobody, ...body });

    expect(without(known, email, nobody)).toEqual(without(unknown, email, nobody));
    expect(known.status).not.toBe(500);
  });
});

describe('a changed password', () => {
  it('ends every other session and opens a new one', async () => {
    const { email, token, user, refreshToken } = await person();
    const body = { currentPassword: password, newPassword: 'new-password' };

    const answer = await post('change-password', body, { token });

    expect([answer.status, answer.json]).toEqual([200, { token: expect.any(String), expiresInSeconds: 3600, user }]);
    expect((await post('refresh', undefined, { cookie: pairOf(cookieOf(answer)) })).status).toBe(200);
    expect(codeOf(await post('refresh', { refreshToken }))).toEqual([401, 'unauthenticated']);
    expect(codeOf(await post('login', { email, password }))).toEqual([401, 'wrong-credentials']);
    expect((await post('login', { email, password: 'new-password' })).status).toBe(200);
  });

  it('takes a token, the current password and an acceptable new one', async () => {
    const { email, token } = await person();
    const change = (currentPassword: string, newPassword: string, extras: Extras = { token }) =>
      post('change-password', { currentPassword, newPassword }, extras);

    expect((await change(password, 'new-password', {})).status).toBe(401);
    expect(codeOf(await change('password000', 'new-password'))).toEqual([401, 'wrong-credentials']);
    expect(codeOf(await change(password, 'short'))).toEqual([422, 'validation-failed']);
    expect((await post('login', { email, password })).status).toBe(200);
  });

  it('cannot be guessed at with a stolen token, wherever it is used from', async () => {
    const { token } = await person();
    const guess = (currentPassword: string) =>
      post('change-password', { currentPassword, newPassword: 'new-password' }, { token });

    for (let tries = 0; tries < 5; tries++) expect((await guess(`guess-${tries}`)).status).toBe(401);

    expect(codeOf(await guess(password))).toEqual([429, 'rate-limited']);
  });
});

describe('guessing a password', () => {
  const guess = (email: string, from?: string) =>
    post('login', { email, password: 'password000' }, from ? { from } : {});

  it('is stopped after five tries, also for the right password from an address that it never came from, until the window is over', async () => {
    const { email } = await person();
    for (let tries = 0; tries < 5; tries++) expect((await guess(email)).status).toBe(401);

    const refused = await post('login', { email, password });

    expect(codeOf(refused)).toEqual([429, 'rate-limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
    expect(refused.headers.get('ratelimit-limit')).toBe('5');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('ratelimit-reset')).toBe(refused.headers.get('retry-after'));
    passTime(16);
    const allowed = await post('login', { email, password });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('ratelimit-limit')).toBe('5');
    expect(allowed.headers.get('ratelimit-remaining')).toBe('5');
  });

  it('does not lock out its owner where the right password has come from before, at a registration or a sign-in', async () => {
    const home = newAddress();
    const office = newAddress();
    const email = newEmail();
    expect((await post('register', { email, password }, { from: home })).status).toBe(201);
    expect((await post('login', { email, password }, { from: office })).status).toBe(200);
    for (let tries = 0; tries < 6; tries++) await guess(email);

    expect(codeOf(await post('login', { email, password }))).toEqual([429, 'rate-limited']);
    for (const from of [home, office]) expect((await post('login', { email, password }, { from })).status).toBe(200);
    for (let tries = 0; tries < 5; tries++) expect((await guess(email, office)).status).toBe(401);
    expect(codeOf(await post('login', { email, password }, { from: office }))).toEqual([429, 'rate-limited']);
  });

  it('from one address keeps nobody else there from signing in, registering or resetting a password', async () => {
    const { email } = await person();
    const from = newAddress();
    for (let tries = 0; tries < 6; tries++) await guess(newEmail(), from);

    expect((await post('login', { email, password }, { from })).status).toBe(200);
    expect((await post('register', { email: newEmail(), password }, { from })).status).toBe(201);
    expect((await post('forgot-password', { email }, { from })).status).toBe(202);
    const code = mailsTo(platform.directory, email)[0]?.code;
    expect((await post('reset-password', { email, code, password: 'new-password' }, { from })).status).toBe(200);
  });

  it('does not count who gets it right', async () => {
    const { email } = await person();
    const from = newAddress();

    for (let times = 0; times < 8; times++)
      expect((await post('login', { email, password }, { from })).status).toBe(200);
  });

  it('by twenty at once lets five through at most', async () => {
    const { email } = await person();

    const answers = await Promise.all(Array.from({ length: 20 }, () => guess(email)));

    const passed = answers.filter(({ status }) => status === 401);
    expect(passed.length).toBeLessThanOrEqual(5);
    expect(passed.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20 - passed.length);
  });

  it('is no way around by guessing codes instead', async () => {
    const { email } = await person();
    await post('forgot-password', { email });
    const code = mailsTo(platform.directory, email)[0]?.code ?? '';
    const wrong = code === '000000' ? '111111' : '000000';
    const reset = (guessed: string) => post('reset-password', { email, code: guessed, password: 'new-password' });
    for (let tries = 0; tries < 5; tries++) expect((await reset(wrong)).status).toBe(422);

    expect(codeOf(await reset(code))).toEqual([429, 'rate-limited']);
  });
});

describe('Cognito itself', () => {
  it('takes no password, no code and no registration from who has the id of the client and not its secret', async () => {
    const cognito = new CognitoIdentityProviderClient({});
    const { USER_POOL_CLIENT_ID: ClientId } = readEnvironment(['USER_POOL_CLIENT_ID']);
    const { email: Username, refreshToken } = await person();
    const of = { ClientId, Username };
    const UserAttributes = [{ Name: 'email', Value: newEmail() }];
    const Token = refreshToken.slice(refreshToken.indexOf('.') + 1);
    const signIn = { USERNAME: Username, PASSWORD: password };
    for (const proof of [{}, { SecretHash: 'guessed' }])
      for (const attempt of [
        new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: signIn }),
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { ...signIn, SECRET_HASH: 'guessed' },
        }),
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: Token },
        }),
        new SignUpCommand({ ...of, ...proof, Username: newEmail(), Password: password, UserAttributes }),
        new ForgotPasswordCommand({ ...of, ...proof }),
        new ResendConfirmationCodeCommand({ ...of, ...proof }),
        new ConfirmSignUpCommand({ ...of, ...proof, ConfirmationCode: '000000' }),
        new ConfirmForgotPasswordCommand({ ...of, ...proof, ConfirmationCode: '000000', Password: password }),
        new RevokeTokenCommand({ ClientId, Token }),
      ])
        await expect(cognito.send(attempt as InitiateAuthCommand)).rejects.toMatchObject({
          name: 'NotAuthorizedException',
          message: expect.stringMatching(/secret/i),
        });
    expect(mailsTo(platform.directory, Username)).toEqual([]);
    expect((await post('refresh', { refreshToken })).status).toBe(200);
  });

  it('takes a refresh token for nobody but whose it is', async () => {
    const [one, other] = [await person(), await person()];
    const [name] = one.refreshToken.split('.');
    const swapped = other.refreshToken.replace(/^[^.]+/, String(name));

    expect(codeOf(await post('refresh', { refreshToken: swapped }))).toEqual([401, 'unauthenticated']);
    expect(codeOf(await post('refresh', { refreshToken: other.refreshToken }))).toEqual([200, undefined]);
  });
});

it('no more than five mails go to an address in a quarter of an hour, whoever asks for them', async () => {
  const { email } = await person();
  const answers: RawAnswer[] = [];
  for (let times = 0; times < 6; times++) answers.push(await post('forgot-password', { email }));

  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
  expect(mailsTo(platform.directory, email)).toHaveLength(5);
});

it('registrations are counted for their address, also those that succeed', async () => {
  const from = newAddress();
  const remaining = async () =>
    Number((await post('register', { email: newEmail(), password }, { from })).headers.get('ratelimit-remaining'));
  expect([await remaining(), await remaining(), await remaining()]).toEqual([999, 998, 997]);
});

it.each(['password', 'PASSWORD1', '12345678', '         '])(
  '%s is no password of an account, old or new',
  async (common) => {
    const { email, token } = await person();
    await post('forgot-password', { email });
    const code = mailsTo(platform.directory, email)[0]?.code;
    const pointersOf = ({ status, json }: RawAnswer) => [
      status,
      [...new Set(problemSchema.parse(json).errors?.map(({ pointer }) => pointer))],
    ];

    expect(pointersOf(await post('register', { email: newEmail(), password: common }))).toEqual([422, ['#/password']]);
    expect(pointersOf(await post('reset-password', { email, code, password: common }))).toEqual([422, ['#/password']]);
    const change = { currentPassword: password, newPassword: common };
    expect(pointersOf(await post('change-password', change, { token }))).toEqual([422, ['#/newPassword']]);
  },
);

it('an e-mail is registered once, also by two at the same moment', async () => {
  const email = newEmail();
  const answers = await Promise.all([post('register', { email, password }), post('register', { email, password })]);

  expect(answers.map(codeOf).toSorted()).toEqual([
    [201, undefined],
    [409, 'already-registered'],
  ]);
  expect(openedSession(await client().call('register', { body: { email: newEmail(), password } })).token).toBeTruthy();
});
