import { describe, expect, it } from 'vitest';
import { createApiClient } from './api-client.ts';
import { ApiProblem, ApiUnreachable, UnexpectedAnswer } from './api-errors.ts';

const campaignId = 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ';
const session = { token: 't', expiresInSeconds: 60, user: { id: 'u', email: 'a@b.example', workspaceId: 'wsp_a' } };

/** A fetch that records its calls and gives one answer. */
const answering = (status: number, body: unknown) => {
  const requests: { url: string; init: RequestInit }[] = [];
  const fetchFake = async (url: string | URL | Request, init: RequestInit = {}) => {
    requests.push({ url: String(url), init });
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  return { requests, fetch: fetchFake };
};

describe('the API client', () => {
  it('builds the address from the route, with parameters and query encoded', async () => {
    const { requests, fetch } = answering(200, { events: [], lastEvent: 4 });
    const client = createApiClient({ baseUrl: 'http://127.0.0.1:1/', token: () => 'secret', fetch });

    const answer = await client.call('listEvents', { params: { campaignId }, query: { after: 4 } });

    expect(answer).toEqual({ events: [], lastEvent: 4 });
    expect(requests[0]?.url).toBe(`http://127.0.0.1:1/api/v1/campaigns/${campaignId}/events?after=4`);
    expect(new Headers(requests[0]?.init.headers).get('authorization')).toBe('Bearer secret');
  });

  it('takes a base address that already ends in the prefix', async () => {
    const { requests, fetch } = answering(200, { status: 'ok', version: '3', time: '2026-11-23T00:00:00Z' });

    await createApiClient({ baseUrl: 'https://a.example/api/v1/', fetch }).call('health');

    expect(requests[0]?.url).toBe('https://a.example/api/v1/health');
  });

  it('sends no token to a public operation, and asks for it anew at each call to another', async () => {
    const tokens = ['first', 'second'];
    const { requests, fetch } = answering(200, { calls: [] });
    const client = createApiClient({ baseUrl: '', token: () => tokens.shift(), fetch });

    await client.call('listModelCalls', { params: { campaignId } });
    await client.call('listModelCalls', { params: { campaignId } });
    const login = answering(200, session);
    await createApiClient({ baseUrl: '', token: () => 'never', fetch: login.fetch }).call('login', {
      body: { email: 'a@b.example', password: '12345678' },
    });

    const sent = [...requests, ...login.requests].map(({ init }) => new Headers(init.headers).get('authorization'));
    expect(sent).toEqual(['Bearer first', 'Bearer second', null]);
  });

  it('turns a problem into an error that names its fields, code and request', async () => {
    const { fetch } = answering(422, {
      type: 'urn:astromedia:problem:validation-failed',
      title: 'Some fields are not valid',
      status: 422,
      code: 'validation-failed',
      requestId: 'req-1',
      errors: [{ pointer: '#/feedback', detail: 'say what should change' }],
    });

    const failure = await createApiClient({ baseUrl: '', fetch })
      .call('rejectPhase', { params: { campaignId, phaseId: 'seo' }, body: { feedback: '' } })
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(ApiProblem);
    expect(failure).toMatchObject({ status: 422, code: 'validation-failed', requestId: 'req-1' });
    expect(failure).toHaveProperty('fields', [{ pointer: '#/feedback', detail: 'say what should change' }]);
    expect(String(failure)).toContain('#/feedback say what should change');
  });

  it('says that nobody answers when the connection fails', async () => {
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') }));

    const call = createApiClient({ baseUrl: 'http://127.0.0.1:1', fetch }).call('health');

    await expect(call).rejects.toThrow(ApiUnreachable);
    await expect(call).rejects.toThrow('ECONNREFUSED');
  });

  it('reads an answer, and a problem, of a newer server: what it adds is left out', async () => {
    const health = { status: 'ok', version: '9', time: '2027-01-01T00:00:00Z' };
    const client = createApiClient({ baseUrl: '', fetch: answering(200, { ...health, region: 'new' }).fetch });
    expect(await client.call('health')).toEqual(health);

    const problem = { type: 'urn:x', title: 'No', status: 409, code: 'new-code', requestId: 'req-1', hint: 'new' };
    const refused = createApiClient({ baseUrl: '', fetch: answering(409, problem).fetch }).call('health');
    await expect(refused).rejects.toMatchObject({ name: 'ApiProblem', code: 'conflict', requestId: 'req-1' });
  });

  it.each([
    ['an error page', 502, '<html>Bad gateway</html>'],
    ['an answer in another shape', 200, { status: 'fine' }],
  ])('refuses %s', async (_what, status, body) => {
    const call = createApiClient({ baseUrl: '', fetch: answering(status, body).fetch }).call('health');

    await expect(call).rejects.toThrow(UnexpectedAnswer);
  });

  it('sends an empty body where all of it may be left out', async () => {
    const { requests, fetch } = answering(404, {});

    await createApiClient({ baseUrl: '', fetch })
      .call('approvePhase', { params: { campaignId, phaseId: 'seo' } })
      .catch(() => {});

    expect(requests[0]?.init.body).toBe('{}');
  });
});
