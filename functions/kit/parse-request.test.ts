import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../shared/contracts/routes.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { parseRequest } from './parse-request.ts';

const route = {
  method: 'POST',
  path: '/things/{id}',
  access: 'both',
  permission: 'campaigns:read',
  lambda: 'campaigns',
  summary: '',
  params: z.strictObject({ id: z.string().regex(/^t\d$/, 'must be a thing') }),
  query: z.strictObject({ limit: z.coerce.number().int().default(20) }),
  body: z.strictObject({ name: z.string(), attempt: z.int().optional() }),
  requiredOfPartners: ['attempt'],
  response: z.unknown(),
  status: 200,
  problems: [],
} satisfies Route;
const request = (changes: Partial<GatewayRequest> = {}): GatewayRequest => ({
  routeKey: '',
  method: 'POST',
  path: '/things/t1',
  params: { id: 't1' },
  query: {},
  headers: { 'content-type': 'application/json' },
  cookies: {},
  body: '{"name":"one"}',
  isBase64Encoded: false,
  peerAddress: '192.0.2.1',
  authorizer: undefined,
  ...changes,
});
const problemOf = (changes: Partial<GatewayRequest>, isOfPartner?: boolean) => {
  try {
    return parseRequest(route, request(changes), isOfPartner);
  } catch (error) {
    const { code, message, fieldErrors } = error as { code: string; message: string; fieldErrors: unknown };
    return { code, message, fieldErrors };
  }
};

describe('a request', () => {
  it('is parsed by its row, with defaults', () => {
    expect(parseRequest(route, request())).toEqual({
      params: { id: 't1' },
      query: { limit: 20 },
      body: { name: 'one' },
    });
  });

  it('has nothing where its row has nothing', () => {
    const { params: _params, query: _query, body: _body, ...bare } = route;
    expect(parseRequest({ ...bare, requiredOfPartners: [] }, request())).toEqual({});
  });

  it('names what cannot be', () => {
    expect(problemOf({ params: { id: 'x' } })).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('must be a thing'),
    });
  });

  it('is refused with the place of each fault', () => {
    expect(problemOf({ query: { limit: 'x' } })).toMatchObject({
      code: 'validation-failed',
      message: 'One field is not valid.',
      fieldErrors: [{ pointer: '#/limit' }],
    });
    expect(problemOf({ body: '{"name":1,"other":2}' })).toMatchObject({
      message: '2 fields are not valid.',
      fieldErrors: [{ pointer: '#/name' }, { pointer: '#/other' }],
    });
  });
});

describe('a body', () => {
  it.each<[string, Partial<GatewayRequest>, string, string]>([
    ['of another type', { headers: { 'content-type': 'text/plain' } }, 'unsupported-media-type', 'application/json'],
    ['of no type', { headers: {} }, 'unsupported-media-type', 'application/json'],
    ['that is no JSON', { body: '{' }, 'invalid-request', 'The body is not valid JSON.'],
    ['that is no UTF-8', { body: '/w==', isBase64Encoded: true }, 'invalid-request', 'The body is not valid UTF-8.'],
    ['of a byte too much', { body: `"${'x'.repeat(999_999)}"` }, 'payload-too-large', '1000000 bytes at most'],
    ['that is missing', { body: undefined }, 'validation-failed', 'One field is not valid.'],
    ['that is empty', { body: '' }, 'validation-failed', 'One field is not valid.'],
  ])('%s is refused', (_what, changes, code, message) => {
    expect(problemOf(changes)).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  it('may be as large as it may be, in base64, and its type may say more', () => {
    const text = `{"name":"${'x'.repeat(999_989)}"}`;
    expect(Buffer.byteLength(text)).toBe(1_000_000);
    const body = Buffer.from(text).toString('base64');
    const headers = { 'content-type': ' Application/JSON ; charset=utf-8' };
    expect(parseRequest(route, request({ body, isBase64Encoded: true, headers })).body).toMatchObject({
      name: expect.stringMatching(/^x+$/),
    });
  });
});

describe('what programs must say and people need not', () => {
  it('is asked of programs', () => {
    expect(problemOf({}, true)).toEqual({
      code: 'validation-failed',
      message: 'One field is not valid.',
      fieldErrors: [{ pointer: '#/attempt', detail: 'attempt is required on the partner API' }],
    });
    expect(parseRequest(route, request({ body: '{"name":"one","attempt":1}' }), true).body).toEqual({
      name: 'one',
      attempt: 1,
    });
  });

  it('is nothing where a row asks for nothing', () => {
    const { requiredOfPartners: _required, ...row } = route;
    expect(parseRequest(row, request(), true).body).toEqual({ name: 'one' });
  });
});
