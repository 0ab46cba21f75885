// The HTTP API in front of the functions: routes, JWT authorizer, CORS, events in payload format 2.0, with what functions read of them.
// Answers of the gateway itself ({"message":"Unauthorized"}) are API Gateway's own, not problems: clients must know both.
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { VerifyToken } from '../../functions/live/token-verifier.ts';
import { crossOrigin } from '../../shared/contracts/cross-origin.ts';
import { operationsAt } from '../../shared/contracts/match-path.ts';
import { fallbackLambda, fallbackRouteKey, routeKey, routes } from '../../shared/contracts/routes.ts';
import type { HttpAnswer } from '../endpoint/listen.ts';
import {
  type ApiParts,
  answerOf,
  filled,
  integrationTimeoutOf,
  type ReadRequest,
  readRequest,
} from './lambda-integration.ts';

export interface HttpApiParts extends ApiParts {
  readonly verifyToken: VerifyToken;
  readonly allowedOrigins: readonly string[];
}

type Claims = Awaited<ReturnType<VerifyToken>>;

/** A signature that was true stays true: a token is verified once until it ends. */
function remembered(verifyToken: VerifyToken): VerifyToken {
  const known = new Map<string, Claims>();
  return async (token) => {
    const before = known.get(token);
    if (before && Number(before['exp']) > Date.now() / 1000) return before;
    const claims = await verifyToken(token);
    if (known.size >= 1000) known.clear();
    known.set(token, claims);
    return claims;
  };
}

export function createHttpApi(parts: HttpApiParts) {
  const { runtime, onError, patienceMilliseconds = integrationTimeoutOf.http } = parts;
  const verifyOnce = remembered(parts.verifyToken);
  const answer = async (incoming: IncomingMessage): Promise<HttpAnswer> => {
    if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method']) return { status: 204 };
    const request = await readRequest(incoming);
    const matched = operationsAt('people', request.path).find(({ id }) => routes[id].method === request.method);
    const route = matched && routes[matched.id];
    const isPublic = !route || route.access === 'public';
    const claims = isPublic ? undefined : await claimsOf(request, verifyOnce);
    if (!isPublic && !claims) return refusal(401, 'Unauthorized');
    if (!request.body) return refusal(413, 'Request Entity Too Large');
    const event = {
      version: '2.0',
      routeKey: matched ? routeKey(matched.id) : fallbackRouteKey,
      rawPath: request.path,
      rawQueryString: request.rawQuery,
      ...withoutCookies(request.headers),
      queryStringParameters: filled(
        request.query.map(([name, values]) => [name, values.join(',')]),
        undefined,
      ),
      pathParameters: filled(Object.entries(matched?.pathParameters ?? {}), undefined),
      requestContext: {
        requestId: request.id,
        http: { method: request.method, path: request.path, sourceIp: request.sourceIp },
        ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
      },
      ...bodyOf(request.body),
    };
    const signal = AbortSignal.timeout(patienceMilliseconds);
    try {
      return answerOf(await runtime.invoke(route?.lambda ?? fallbackLambda, event, { signal }));
    } catch (error) {
      if (signal.aborted) return refusal(503, 'Service Unavailable');
      onError(error);
      return refusal(500, 'Internal Server Error');
    }
  };
  return async (incoming: IncomingMessage): Promise<HttpAnswer> => {
    const { headers, ...answered } = await answer(incoming);
    return {
      ...answered,
      headers: { ...crossOriginHeaders(incoming.headers.origin, parts.allowedOrigins), ...headers },
    };
  };
}

const crossOriginHeaders = (origin: string | undefined, allowed: readonly string[]): Record<string, string> =>
  origin && allowed.includes(origin)
    ? {
        'access-control-allow-origin': origin,
        vary: 'origin',
        'access-control-allow-methods': crossOrigin.methods.join(','),
        'access-control-allow-headers': crossOrigin.requestHeaders.join(','),
        'access-control-expose-headers': crossOrigin.exposedHeaders.join(','),
        'access-control-allow-credentials': String(crossOrigin.allowsCredentials),
        'access-control-max-age': String(crossOrigin.preflightSeconds),
      }
    : {};

async function claimsOf({ headers }: ReadRequest, verifyToken: VerifyToken): Promise<Claims | undefined> {
  const [scheme, token] = (headers['authorization'] ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined;
  return verifyToken(token).catch(() => undefined);
}

/** API Gateway takes the cookies out of the headers. */
const withoutCookies = ({ cookie, ...headers }: ReadRequest['headers']) => ({
  headers,
  ...(cookie ? { cookies: cookie.split(';').map((pair) => pair.trim()) } : {}),
});

/** Bytes that are no text travel in base64, as API Gateway hands on whatever it does not take for text. */
const bodyOf = (body: Buffer) => {
  if (body.byteLength === 0) return { isBase64Encoded: false };
  const isBase64Encoded = !isUtf8(body);
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
};

const refusal = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});
