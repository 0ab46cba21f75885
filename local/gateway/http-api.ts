// The HTTP API in front of the functions: routes, JWT authorizer, CORS, events in payload format 2.0.
// Answers of the gateway itself ({"message":"Unauthorized"}) are API Gateway's own, not problems: clients must know both.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { VerifyToken } from '../../functions/live/token-verifier.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';
import { type FunctionAnswer, headersOf, readBody, send } from './exchange.ts';
import { type MatchedRoute, matchRoute } from './match-route.ts';

export interface HttpApiParts {
  readonly runtime: LambdaRuntime;
  readonly verifyToken: VerifyToken;
  readonly allowedOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
}

type Claims = Awaited<ReturnType<VerifyToken>>;

export function createHttpApi({ runtime, verifyToken, allowedOrigins, onError }: HttpApiParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    allowOrigin(request, response, allowedOrigins);
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'])
      return void response.writeHead(204).end();
    const url = new URL(request.url ?? '/', 'http://gateway');
    const matched = matchRoute(request.method ?? '', url.pathname);
    if (!matched) return answer(response, 404, 'Not Found');
    const claims = matched.route.access === 'public' ? undefined : await claimsOf(request, verifyToken);
    if (matched.route.access !== 'public' && !claims) return answer(response, 401, 'Unauthorized');
    const body = await readBody(request);
    if (!body) return answer(response, 413, 'Request Entity Too Large');
    try {
      const result = await runtime.invoke(matched.route.lambda, eventOf(request, url, matched, claims, body));
      send(response, result as FunctionAnswer);
    } catch (error) {
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
  response.setHeader('access-control-allow-methods', 'GET,POST,PATCH,DELETE');
  response.setHeader('access-control-allow-headers', 'authorization,content-type');
  response.setHeader('access-control-expose-headers', 'x-request-id');
  response.setHeader('access-control-max-age', '600');
}

async function claimsOf(request: IncomingMessage, verifyToken: VerifyToken): Promise<Claims | undefined> {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined;
  return verifyToken(token).catch(() => undefined);
}

function eventOf(
  request: IncomingMessage,
  url: URL,
  matched: MatchedRoute,
  claims: Claims | undefined,
  body: Buffer,
): APIGatewayProxyEventV2 {
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]),
  );
  const now = Date.now();
  return {
    version: '2.0',
    routeKey: matched.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: headersOf(request),
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
    ...(body.byteLength > 0 ? { body: body.toString('utf8') } : {}),
    isBase64Encoded: false,
  };
}

const answer = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};
