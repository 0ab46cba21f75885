// Whatever is sent to whichever route, what comes back is what the route table promises: its answer, or a problem it names. The table
// is walked, so that a new route is covered the day it is added.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import {
  apiPrefix,
  type OperationId,
  operationIds,
  problemsOf,
  type Route,
  routes,
} from '../../shared/contracts/routes.ts';
import { nearlyOf, valuesOf, wildValues } from '../support/arbitrary-of.ts';
import { briefOf, registerUser, type User } from '../support/campaign-driver.ts';
import { platformWithImage } from '../support/platform-with-image.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { mailsTo } from '../support/read-mail.ts';
import { idsOfNothing, type Owned, pathWith } from '../support/route-samples.ts';

const platform = platformWithImage();

let owned: Partial<Owned>;
let owner: User;
beforeAll(async () => {
  owner = await registerUser(platform);
  owned = await ownedBy(owner);
});

/** What a path may name: things that are there. Of the others an id is made up. */
async function ownedBy({ client }: User): Promise<Partial<Owned>> {
  const { id } = await client.call('createCampaign', { body: briefOf({ governanceMode: 'GUIDED' }) });
  return { campaignId: id, phaseId: 'research', assetId: `ast_${id.slice(4)}_research_1_A` };
}

const routesUnderTest = operationIds.filter((id) => !('mediaType' in routes[id]));
const wildText = fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constantFrom('%', '%00', '..', 'null', '7'));
/** Whoever sends `/./` or `/../` asks for another address: a client takes them out before it sends. */
const wildSegment = wildText.filter((text) => text !== '.' && text !== '..');

function requestsTo(route: Route) {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const params = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    fc.record(Object.fromEntries(names.map((name) => [name, wildSegment])), { requiredKeys: [] }),
  );
  const query = route.query
    ? fc.oneof(fc.constant({}), valuesOf(route.query), nearlyOf(route.query), fc.dictionary(wildText, wildText))
    : fc.constant({});
  const body = route.body ? fc.oneof(valuesOf(route.body), nearlyOf(route.body), wildValues) : fc.constant(undefined);
  return fc.record({ params, query, body });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const queryText = (query: unknown): string => {
  const text = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) => (value == null ? [] : [[name, textOf(value)]])),
  ).toString();
  return text ? `?${text}` : '';
};

/** Says what is wrong with an answer; undefined when it keeps the promises of the table. */
function faultOf(route: Route, { status, json, headers, text }: RawAnswer): string | undefined {
  if (headers.get('x-request-id') === null) return status === 404 ? undefined : 'no request id';
  if (status === route.status) return route.response.safeParse(json).error?.message;
  const problem = problemSchema.safeParse(json);
  if (!problem.success) return `neither the answer nor a problem: ${status} ${text}`;
  if (problem.data.status !== status || status >= 500) return `a fault of ours: ${text}`;
  return problemsOf(route).includes(problem.data.code) ? undefined : `undocumented: ${text}`;
}

let addresses = 0;

describe('what is right', () => {
  // Those with a permission succeed in tenancy.test.ts, with what they need to be about.
  const open = operationIds.filter((id) => routes[id].access === 'public');
  const elsewhere: readonly OperationId[] = ['confirmEmail']; // confirmation.test.ts: its code is mailed where e-mails must be confirmed

  async function bodyOf(id: OperationId): Promise<unknown> {
    const email = `open-${id.toLowerCase()}-${Date.now()}@example.com`;
    const credentials = { email, password: 'password123' };
    if (id === 'register') return credentials;
    if (!routes[id].path.startsWith('/auth')) return undefined;
    const visitor = createApiClient({ baseUrl: platform.apiUrl });
    const session = await visitor.call('register', { body: { ...credentials, refreshTokenIn: 'body' } });
    if (id === 'login') return credentials;
    if (id === 'refreshSession' || id === 'logout') return { refreshToken: openedSession(session).refreshToken };
    if (id !== 'resetPassword') return { email };
    await visitor.call('forgotPassword', { body: { email } });
    return { email, code: mailsTo(platform.directory, email).at(-1)?.code, password: 'password456' };
  }

  it.each(open.filter((id) => !elsewhere.includes(id)))('%s succeeds with', async (id) => {
    const answer = await sendRaw(platform, {
      method: routes[id].method,
      path: `${apiPrefix}${routes[id].path.replace('{file}', 'page.css')}`,
      body: await bodyOf(id),
      from: `198.51.100.${addresses++}`,
    });
    expect([answer.status, answer.text]).toEqual([routes[id].status, expect.any(String)]);
  });
});

describe('whatever is sent', () => {
  it.each(routesUnderTest)('%s answers as the route table says', async (id: OperationId) => {
    const route: Route = routes[id];
    const person = route.access === 'public' ? owner : await registerUser(platform);
    const things = route.path.includes('{') ? { ...owned, ...(await ownedBy(person)) } : owned;
    await fc.assert(
      fc.asyncProperty(requestsTo(route), async ({ params, query, body }) => {
        const encoded = Object.fromEntries(
          Object.entries(params).map(([name, value]) => [name, encodeURIComponent(String(value))]),
        );
        const answer = await sendRaw(platform, {
          method: route.method,
          path: `${apiPrefix}${pathWith(route.path, { ...idsOfNothing, ...things, ...encoded })}${queryText(query)}`,
          token: route.access === 'public' ? undefined : person.token,
          // As JSON even where it is a text: that is how a client would send it.
          body: body === undefined ? undefined : JSON.stringify(body),
          from: `203.0.113.${addresses++}`,
        });
        expect(faultOf(route, answer)).toBeUndefined();
      }),
      { numRuns: propertyRuns(30) },
    );
  });
});
