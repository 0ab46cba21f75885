import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { rateLimits } from '../../shared/contracts/limits.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import { routes } from '../../shared/contracts/routes.ts';
import type { RateWindows } from '../../shared/data/rate-windows.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { securityHeaders } from './gateway-response.ts';
import { httpFunction, type Operations } from './http-function.ts';
import { HttpResponse } from './http-response.ts';
import { RateLimited } from './rate-limit.ts';

const session = {
  token: 'token',
  expiresInSeconds: 3600,
  user: { id: 'person', email: 'person@example.com', workspaceId: 'wsp_person' },
};
/** What the operation behind the function does in the test that runs now. */
let operation: () => Promise<typeof session> = async () => session;
const rateWindows: RateWindows = {
  take: async () => ({ allowed: true, limit: 5, remaining: 4, resetsInSeconds: 900 }),
  giveBack: async () => {},
  limits: rateLimits,
  knows: async () => false,
  remember: async () => {},
};
const notAsked = () => Promise.reject(new Error('No test asks for this operation'));
const operations: Operations<'auth'> = {
  register: () => operation(),
  login: () => operation(),
  confirmEmail: notAsked,
  resendCode: notAsked,
  refreshSession: notAsked,
  logout: notAsked,
  forgotPassword: notAsked,
  resetPassword: notAsked,
  changePassword: notAsked,
};
const handler = httpFunction('auth', routes, operations, { rateWindows });

const context = { awsRequestId: 'request-1', functionName: 'auth' } as Context;
const eventOf = (changes: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'POST /api/v1/auth/login',
  rawPath: '/api/v1/auth/login',
  rawQueryString: '',
  headers: { 'content-type': 'application/json' },
  requestContext: {
    accountId: '',
    apiId: '',
    domainName: '',
    domainPrefix: '',
    http: { method: 'POST', path: '/api/v1/auth/login', protocol: 'HTTP/1.1', sourceIp: '', userAgent: '' },
    requestId: 'gateway-1',
    routeKey: 'POST /api/v1/auth/login',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  body: JSON.stringify({ email: 'person@example.com', password: 'password123' }),
  isBase64Encoded: false,
  ...changes,
});
async function answer(event = eventOf()) {
  const { statusCode, headers, body } = await handler(event, context);
  return { statusCode, headers, content: JSON.parse(body ?? '') as unknown };
}
const problemFor = async (event = eventOf()) => problemSchema.parse((await answer(event)).content);

afterEach(() => {
  operation = async () => session;
  vi.restoreAllMocks();
});

describe('a body', () => {
  const valid = Buffer.from('{"email":"person@example.com","password":"password123"}');
  const cut = Buffer.concat([valid.subarray(0, 10), Buffer.from([0xc3, 0x28]), valid.subarray(10)]);

  it('that is no UTF-8 is refused, not mended', async () => {
    const { statusCode, content } = await answer(eventOf({ body: cut.toString('base64'), isBase64Encoded: true }));

    expect([statusCode, problemSchema.parse(content)]).toMatchObject([
      400,
      { code: 'invalid-request', detail: 'The body is not valid UTF-8.' },
    ]);
  });

  it('may begin with a byte-order mark', async () => {
    const body = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), valid]).toString('base64');

    expect((await answer(eventOf({ body, isBase64Encoded: true }))).statusCode).toBe(200);
  });
});

describe('an operation that succeeds', () => {
  it('is answered with its status, its content and the request id', async () => {
    expect(await answer()).toEqual({
      statusCode: 200,
      headers: {
        ...securityHeaders,
        'content-type': 'application/json; charset=utf-8',
        'ratelimit-limit': '5',
        'ratelimit-remaining': '5',
        'ratelimit-reset': '900',
        'x-request-id': 'request-1',
      },
      content: session,
    });
    expect((await answer(eventOf({ routeKey: 'POST /api/v1/auth/register' }))).statusCode).toBe(201);
  });

  it('shows nothing that the route does not name, at any depth', async () => {
    const leaking = { ...session, passwordHash: 'secret', user: { ...session.user, passwordHash: 'secret' } };
    operation = async () => leaking;
    expect((await answer()).content).toEqual(session);
  });

  it('may be sent its body in base64', async () => {
    const event = eventOf();
    const body = Buffer.from(event.body ?? '').toString('base64');
    expect((await answer({ ...event, body, isBase64Encoded: true })).statusCode).toBe(200);
  });
});

describe('an operation that fails', () => {
  it.each<[string, () => unknown]>([
    ['an error', () => new TypeError('secret internals')],
    ['an error of AWS', () => Object.assign(new Error('secret internals'), { $metadata: { httpStatusCode: 400 } })],
    ['no error at all', () => 'secret internals'],
    ['nothing', () => undefined],
  ])('with %s is answered with a fixed text, and the rest is logged', async (_what, thrown) => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    operation = () => Promise.reject(thrown());
    const { statusCode, headers, content } = await answer();
    expect(statusCode).toBe(500);
    expect(headers).toEqual({
      ...securityHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'x-request-id': 'request-1',
    });
    expect(content).toEqual({
      type: 'urn:astromedia:problem:internal',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Try again; if it goes on, tell us the request id.',
      instance: '/api/v1/auth/login',
      code: 'internal',
      requestId: 'request-1',
    });
    expect(logged).toHaveBeenCalledOnce();
  });

  it('with a problem is answered with it, and logs no error', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    operation = () => Promise.reject(new ProblemError('wrong-credentials', 'Check the password.'));
    expect(await problemFor()).toMatchObject({ status: 401, code: 'wrong-credentials', detail: 'Check the password.' });
    expect(logged).not.toHaveBeenCalled();
  });

  it('by answering in a shape the route does not have is our fault, and shows nothing of it', async () => {
    vi.spyOn(logger, 'error').mockImplementation(() => {});
    const { user: _user, ...half } = session;
    operation = async () => ({ ...half, passwordHash: 'secret' }) as unknown as typeof session;
    const problem = await problemFor();
    expect(problem.code).toBe('internal');
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});

describe('a refusal', () => {
  const refused = async (error: ProblemError) => {
    operation = () => Promise.reject(error);
    return answer();
  };

  it('of somebody unknown says how to show who one is, and only that one does', async () => {
    const unknown = await refused(new ProblemError('unauthenticated', 'Sign in.'));
    expect([unknown.statusCode, unknown.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect((await refused(new ProblemError('conflict', 'No.'))).headers).not.toHaveProperty('www-authenticate');
  });

  it('for a while says for how long', async () => {
    const busy = await refused(new ProblemError('unavailable', 'Later.', [], 7));
    expect([busy.statusCode, busy.headers['retry-after']]).toEqual([503, '7']);
    const { headers } = await refused(new ProblemError('conflict', 'No.'));
    expect([headers['retry-after'], headers['allow'], headers['ratelimit-limit']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('of what is tried too often says how much is left', async () => {
    const window = { allowed: false, limit: 5, remaining: 0, resetsInSeconds: 60 };
    const { headers } = await refused(new RateLimited(61, window));
    expect(headers).toMatchObject({
      'retry-after': '61',
      'ratelimit-limit': '5',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '60',
    });
  });

  it('of fields names each of them, and has no list where there is none', async () => {
    const faults = [{ pointer: '#/email', detail: 'email must be an e-mail' }];
    expect((await refused(new ProblemError('validation-failed', 'One.', faults))).content).toMatchObject({
      errors: faults,
    });
    expect((await refused(new ProblemError('conflict', 'No.'))).content).not.toHaveProperty('errors');
  });
});

describe('a function', () => {
  it.each([
    ['auth', {}, 'register has a rate limit: give its function rateWindows'],
    ['webhooks', { idempotency: {} }, 'createWebhook needs an account that is open: give its function users'],
    ['webhooks', { users: {} }, 'createWebhook is idempotent: give its function idempotency'],
  ] as const)('of %s that lacks what its rows need is not built: %j', (lambda, parts, fault) => {
    expect(() => httpFunction(lambda, routes, {} as never, parts as never)).toThrow(fault);
  });
});

describe('what a function is asked', () => {
  const unchanged = new HttpResponse('text', { isUnchanged: true, headers: { etag: '"1"' } });
  const docsOf = (read: () => Promise<unknown>) =>
    httpFunction('docs', routes, { readOpenApi: read, readDocs: read, readDocsFile: read } as never);
  const get = (handlerOfDocs: ReturnType<typeof docsOf>, path: string) => {
    const event = eventOf({ routeKey: `GET /api/v1${path}`, rawPath: `/api/v1${path}` });
    event.requestContext.http.method = 'GET';
    return handlerOfDocs(event, context);
  };

  it('may be a text or bytes, with headers of its own', async () => {
    const text = await get(
      docsOf(async () => new HttpResponse('<html>', { headers: { etag: '"1"' } })),
      '/docs',
    );
    expect(text).toMatchObject({ statusCode: 200, body: '<html>' });
    expect(text.headers).toMatchObject({ etag: '"1"', 'content-type': 'text/html; charset=utf-8' });
    expect(text).not.toHaveProperty('isBase64Encoded');
    const bytes = await get(
      docsOf(async () => new Uint8Array([104, 105])),
      '/openapi.json',
    );
    expect(bytes).toMatchObject({ statusCode: 200, body: 'aGk=', isBase64Encoded: true });
  });

  it('may be unchanged: then nothing is sent again', async () => {
    expect(
      await get(
        docsOf(async () => unchanged),
        '/docs',
      ),
    ).toMatchObject({ statusCode: 304, body: '' });
  });

  it('may set cookies', async () => {
    operation = async () => new HttpResponse(session, { cookies: ['a=1'] }) as unknown as typeof session;
    expect(await handler(eventOf(), context)).toMatchObject({ statusCode: 200, cookies: ['a=1'] });
    operation = async () => session;
    expect(await handler(eventOf(), context)).not.toHaveProperty('cookies');
  });

  it('is counted for the e-mail of its body and the address it came from', async () => {
    const taken: unknown[] = [];
    const counting = {
      ...rateWindows,
      take: async (_limit: string, subject: string) => {
        taken.push(subject);
        return rateWindows.take('sign-in', subject, 5);
      },
    };
    const event = eventOf();
    event.requestContext.http.sourceIp = '192.0.2.7';
    await httpFunction('auth', routes, operations, { rateWindows: counting })(event, context);
    expect(taken.sort()).toEqual(['address:192.0.2.7', 'email:person@example.com']);
  });
});

describe('the request id', () => {
  const idFor = async (brought: string) => {
    const event = eventOf();
    const { headers } = await answer({ ...event, headers: { ...event.headers, 'X-Request-Id': brought } });
    return headers['x-request-id'];
  };

  it.each(['7c1f2f0e-5d0b-4d8e-9a53-2f1f6b0d9b11', 'trace:1.2_3-4', 'x'.repeat(128)])(
    'that a client brings, such as %s, is used',
    async (brought) => {
      expect(await idFor(brought)).toBe(brought);
      operation = () => Promise.reject(new ProblemError('conflict', 'No.'));
      const event = eventOf();
      const refused = await problemFor({ ...event, headers: { ...event.headers, 'x-request-id': brought } });
      expect(refused.requestId).toBe(brought);
    },
  );

  it.each(['', 'short', 'x'.repeat(129), 'two words', 'line\nbreak-forged', '{"level":"ERROR"}', 'ünïcödé-id'])(
    'that could forge a log line (%j) is replaced by our own',
    async (brought) => {
      expect(await idFor(brought)).toBe('request-1');
    },
  );
});

it('a method that an address does not know is refused with those that it knows', async () => {
  const event = eventOf({ routeKey: '$default', rawPath: '/api/v1/auth/login' });
  event.requestContext.http.method = 'PUT';
  const { headers, statusCode } = await answer(event);

  expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
});

it('lists fifty faults of a body and counts the others', async () => {
  const unknown = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`field${index}`, 1]));
  const { content, statusCode } = await answer(eventOf({ body: JSON.stringify(unknown) }));
  const { errors, detail } = problemSchema.parse(content);

  expect(statusCode).toBe(422);
  expect(errors).toHaveLength(50);
  expect(detail).toBe('60002 fields are not valid. The first 50 are listed; 59952 more are not.');
});

it('a route that the function does not serve is not found', async () => {
  expect(await problemFor(eventOf({ routeKey: '$default', rawPath: '/elsewhere' }))).toMatchObject({
    status: 404,
    detail: 'There is no POST /elsewhere.',
  });
});
