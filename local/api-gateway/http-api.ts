// The HTTP API in front of the functions: routes, JWT authorizer, CORS, events in payload format 2.0.
// Answers of the gateway itself ({"message":"Unauthorized"}) are API Gateway's own, not problems: clients must know both.
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { VerifyToken } from '../../functions/live/token-verifier.ts';
import { crossOrigin } from '../../shared/contracts/cross-origin.ts';
import { fallbackLambda, fallbackRouteKey } from '../../shared/contracts/routes.ts';
import { readBody } from '../edge/read-body.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';
import { type FunctionAnswer, headersOf, largestBodyBytes, patienceOf, send } from './exchange.ts';
import { type MatchedRoute, matchRoute } from './match-route.ts';

export interface HttpApiParts {
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly verifyToken: VerifyToken;
  readonly allowedOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
  /** As on AWS, if nothing is said. */
  readonly patienceMilliseconds?: number;
}

/** The `$default` route: an address that the table does not have. */
const unmatched = { routeKey: fallbackRouteKey, pathParameters: {} };

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

export function createHttpApi({
  runtime,
  verifyToken,
  allowedOrigins,
  onError,
  patienceMilliseconds = patienceOf.http,
}: HttpApiParts) {
  const verifyOnce = remembered(verifyToken);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    allowOrigin(request, response, allowedOrigins);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'])
      return void response.writeHead(204).end();
    const url = new URL(request.url ?? '/', 'http://gateway');
    const matched = matchRoute(request.method ?? '', url.pathname);
    const isPublic = !matched || matched.route.access === 'public';
    const claims = isPublic ? undefined : await claimsOf(request, verifyOnce);
    if (!isPublic && !claims) return answer(response, 401, 'Unauthorized');
    const body = await readBody(request, largestBodyBytes);
    if (!body) return answer(response, 413, 'Request Entity Too Large');
    const signal = AbortSignal.timeout(patienceMilliseconds);
    try {
      const event = eventOf(request, url, matched ?? unmatched, claims, body);
      const result = await runtime.invoke(matched?.route.lambda ?? fallbackLambda, event, { signal });
      send(response, result as FunctionAnswer);
    } catch (error) {
      if (signal.aborted) return answer(response, 503, 'Service Unavailable');
      onError(error);
      answer(response, 500, 'Internal Server Error');
    }
  };
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, allowedOrigins: readonly string[]): void {
  const { origin } = request.headers;
  if (!origin || !allowedOrigins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'origin');
  response.setHeader('access-control-allow-methods', crossOrigin.methods.join(','));
  response.setHeader('access-control-allow-headers', crossOrigin.requestHeaders.join(','));
  response.setHeader('access-control-expose-headers', crossOrigin.exposedHeaders.join(','));
  response.setHeader('access-control-allow-credentials', String(crossOrigin.allowsCredentials));
  response.setHeader('access-control-max-age', String(crossOrigin.preflightSeconds));
}

async function claimsOf(request: IncomingMessage, verifyToken: VerifyToken): Promise<Claims | undefined> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined;
  return verifyToken(token).catch(() => undefined);
}

function eventOf(
  request: IncomingMessage,
  url: URL,
  matched: Pick<MatchedRoute, 'routeKey' | 'pathParameters'>,
  claims: Claims | undefined,
  body: Buffer,
): APIGatewayProxyEventV2 {
  // API Gateway takes the cookies out of the headers.
  const { cookie, ...headers } = headersOf(request);
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]),
  );
  const now = Date.now();
  return {
    version: '2.0',
    routeKey: matched.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    ...(cookie ? { cookies: cookie.split(';').map((pair) => pair.trim()) } : {}),
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    ...(Object.keys(matched.pathParameters).length > 0 ? { pathParameters: matched.pathParameters } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      http: {
        method: request.method ?? '',
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: matched.routeKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
      ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
    },
    ...bodyOf(body),
  };
}

/** Bytes that are no text travel in base64, as API Gateway hands on whatever it does not take for text. */
const bodyOf = (body: Buffer): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> => {
  if (body.byteLength === 0) return { isBase64Encoded: false };
  return isUtf8(body)
    ? { body: body.toString('utf8'), isBase64Encoded: false }
    : { body: body.toString('base64'), isBase64Encoded: true };
};

const answer = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};
