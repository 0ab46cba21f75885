// Turns the operations of one Lambda into its handler: matches the route, checks what comes in and goes out by the route table,
// and answers every error as a problem. Knows middy and both kinds of API Gateway; knows no campaign.
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { byRouteKey } from '../../shared/contracts/routes/route-keys.ts';
import type {
  OperationId,
  Route,
  RouteInput,
  RouteLambda,
  RouteOutput,
  Routes,
  RowsOf,
} from '../../shared/contracts/routes.ts';
import { tolerant } from '../../shared/contracts/tolerant.ts';
import type { IdempotencyRecords } from '../../shared/data/idempotency.ts';
import type { RateWindows } from '../../shared/data/rate-windows.ts';
import type { KeyPrincipal, UserPrincipal } from '../../shared/domain/accounts/principal.ts';
import type { NamedRequest } from '../../shared/runtime/ids.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { clientAddressOf } from './client-address.ts';
import { type GatewayEvent, type GatewayRequest, gatewayRequestOf } from './gateway-request.ts';
import { type GatewayResponse, jsonResponse, rawResponse } from './gateway-response.ts';
import { HttpResponse } from './http-response.ts';
import { doOnce } from './idempotency.ts';
import { nothingThere } from './nothing-there.ts';
import { observeRequests } from './observe-requests.ts';
import { type ParsedRequest, parseRequest } from './parse-request.ts';
import { principalOf } from './principal.ts';
import { problemResponses } from './problem-responses.ts';
import { withinRate } from './rate-limit.ts';
import { type AccountStandings, requireAccountStanding } from './require-account-standing.ts';
import { requirePermission } from './require-permission.ts';

/** Public routes have no principal; all others have one, verified by the authorizer in front of the function, with the row's permission. */
type PrincipalOf<Id extends OperationId> = {
  public: undefined;
  user: UserPrincipal;
  both: UserPrincipal | KeyPrincipal;
}[Routes[Id]['access']];

export type Input<Id extends OperationId> = RouteInput<Id> & {
  readonly principal: PrincipalOf<Id>;
  /** The request itself, for the few operations that read a cookie or the token. */
  readonly request: GatewayRequest;
  /** Of a creating POST with an Idempotency-Key: after what it creates may be named. */
  readonly named?: NamedRequest | undefined;
};
export type Operation<Id extends OperationId> = (
  input: Input<Id>,
) => Promise<RouteOutput<Id> | HttpResponse<RouteOutput<Id>>>;
export type Operations<Lambda extends RouteLambda> = { readonly [Id in keyof RowsOf<Lambda>]: Operation<Id> };

/** What rows of the route table may ask for beyond the operation itself. */
export interface HttpFunctionParts {
  /** Needed where a route has a `rateLimit`. */
  readonly rateWindows?: RateWindows;
  /** Needed where a route is `idempotent`. */
  readonly idempotency?: IdempotencyRecords;
  /** Needed where a route `needs` an account that is open. */
  readonly users?: AccountStandings;
  /** By which CloudFront proves that the viewer's address in its header is true; needed where addresses are counted. */
  readonly edgeToken?: string;
}

type KeysOf<Rows> = Rows extends unknown ? keyof Rows : never;

export type HttpHandler = (event: GatewayEvent, context: Context) => Promise<GatewayResponse>;

/** The handler of a Lambda that serves the given operations by the given rows. Every row of the Lambda must be among them; those of others are not served.
 * `moreRows` are those that fewer requests ask for: each group is read with the first request that fits none of those before it. */
export function httpFunction<
  Lambda extends RouteLambda,
  const More extends readonly (() => Promise<Partial<RowsOf<Lambda>>>)[] = [],
>(
  lambda: Lambda,
  rows: Omit<RowsOf<Lambda>, KeysOf<Awaited<ReturnType<More[number]>>>>,
  operations: Operations<Lambda>,
  parts: HttpFunctionParts = {},
  moreRows?: More,
): HttpHandler {
  const served = servedBy(lambda, rows, parts);
  const more = (moreRows ?? []).map((read) =>
    onFirstUse(async () => {
      const late = servedBy(lambda, await read(), parts);
      return { get: async (routeKey: string) => late.get(routeKey) };
    }),
  );
  const find = async (routeKey: string) => {
    let found = served.get(routeKey);
    for (const group of more) found ??= await group.get(routeKey);
    return found;
  };

  const dispatch = async (event: GatewayEvent): Promise<GatewayResponse> => {
    const request = gatewayRequestOf(event);
    const found = await find(request.routeKey);
    if (!found) throw await nothingThere(request);
    const { id, route } = found;
    const claimed = route.permission === undefined ? undefined : principalOf(request);
    if (claimed && route.permission) requirePermission(claimed, route.permission);
    const parsed = parseRequest(route, request, claimed?.kind === 'key');
    // Before an Idempotency-Key is looked at: a kept answer may hold a secret.
    const principal = claimed && (await standingOf(route, claimed, parts));
    // The compiler cannot follow that the operation found by `id` takes the input parsed by the route of the same `id`.
    const operation = operations[id as keyof RowsOf<Lambda>] as (input: unknown) => Promise<unknown>;
    const work = async (named?: NamedRequest) =>
      answerOf(route, await operation({ ...parsed, principal, request, named }));
    const once = () =>
      route.idempotent && principal && parts.idempotency
        ? doOnce(parts.idempotency, request, { userId: principal.userId, operation: id }, work)
        : work();
    if (!route.rateLimit || !parts.rateWindows) return once();
    const subjects = {
      user: principal?.userId,
      address: clientAddressOf(request, parts.edgeToken),
      email: emailIn(parsed),
    };
    return withinRate(parts.rateWindows, route.rateLimit, subjects, once);
  };
  return middy<GatewayEvent, GatewayResponse>()
    .use(observeRequests())
    .use(problemResponses())
    .handler(dispatch) as HttpHandler;
}

/** The caller as its profile says, where the row has it read. */
async function standingOf(
  { needs, permission }: Route,
  claimed: UserPrincipal | KeyPrincipal,
  { users }: HttpFunctionParts,
): Promise<UserPrincipal | KeyPrincipal> {
  if (!needs || !users) return claimed;
  const principal = await requireAccountStanding(users, claimed, needs);
  if (permission) requirePermission(principal, permission);
  return principal;
}

/** The Lambda's own among the rows, by what the gateways call them. */
function servedBy(lambda: RouteLambda, rows: object, parts: HttpFunctionParts) {
  const own = Object.entries<Route>(rows as Record<string, Route>).filter(([, { lambda: of }]) => of === lambda);
  for (const [id, row] of own) requireParts(id, row, parts);
  const named = Object.fromEntries(own);
  return new Map(
    [...byRouteKey(named)].flatMap(([key, id]) => (named[id] ? [[key, { id, route: named[id] }] as const] : [])),
  );
}

/** Found when rows are read, not at the first request that goes unlimited. */
function requireParts(id: string, route: Route, { rateWindows, idempotency, users }: HttpFunctionParts): void {
  if (route.rateLimit && !rateWindows) throw new Error(`${id} has a rate limit: give its function rateWindows`);
  if (route.needs && !users) throw new Error(`${id} needs an account that is open: give its function users`);
  if (route.idempotent && !idempotency) throw new Error(`${id} is idempotent: give its function idempotency`);
}

function answerOf(route: Route, result: unknown): GatewayResponse {
  const { content, extras } = result instanceof HttpResponse ? result : new HttpResponse(result);
  // What the row does not name is left out: a field that a stored item gains neither reaches anybody nor breaks an answer.
  const checked = tolerant(route.response).parse(content);
  return route.mediaType === undefined
    ? jsonResponse(route.status, checked, extras)
    : rawResponse(route.status, route.mediaType, checked as string | Uint8Array, extras);
}

const emailIn = ({ body }: ParsedRequest): string | undefined =>
  typeof body === 'object' && body !== null && 'email' in body ? String(body.email) : undefined;
