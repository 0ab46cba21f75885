// A request as both kinds of API Gateway hand it over, in one shape: HTTP API (payload 2.0) and REST API (payload 1.0).
// The only place that knows how their events differ.
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { parseCookie } from 'cookie';

export type GatewayEvent = APIGatewayProxyEventV2 | APIGatewayProxyEvent;

export interface GatewayRequest {
  /** What the gateway matched, such as `GET /api/v1/campaigns/{campaignId}`. */
  readonly routeKey: string;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly body: string | undefined;
  readonly isBase64Encoded: boolean;
  /** Address of whoever talked to the gateway: the client, or CloudFront in front of it. */
  readonly peerAddress: string;
  /** What the authorizer in front of the function found out. */
  readonly authorizer: unknown;
}

const known = new WeakMap<GatewayEvent, GatewayRequest>();

/** Reads an event, once. */
export function gatewayRequestOf(event: GatewayEvent): GatewayRequest {
  const request =
    known.get(event) ??
    ('version' in event && event.version === '2.0' ? ofHttpApi(event) : ofRestApi(event as APIGatewayProxyEvent));
  known.set(event, request);
  return request;
}

function ofHttpApi(event: APIGatewayProxyEventV2): GatewayRequest {
  const { http } = event.requestContext;
  return {
    routeKey: event.routeKey,
    method: http.method,
    path: event.rawPath,
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers: lowerCased(event.headers),
    // An HTTP API takes the cookies out of the headers.
    cookies: parseCookie(event.cookies?.join('; ') ?? event.headers['cookie'] ?? ''),
    body: event.body,
    isBase64Encoded: event.isBase64Encoded,
    peerAddress: http.sourceIp,
    authorizer: 'authorizer' in event.requestContext ? event.requestContext.authorizer : undefined,
  };
}

function ofRestApi(event: APIGatewayProxyEvent): GatewayRequest {
  // A test event of API Gateway's console has null where there are no headers.
  const headers = lowerCased(event.headers ?? {});
  return {
    routeKey: `${event.httpMethod} ${event.resource}`,
    method: event.httpMethod,
    path: event.requestContext.path,
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    headers,
    cookies: parseCookie(headers['cookie'] ?? ''),
    body: event.body ?? undefined,
    isBase64Encoded: event.isBase64Encoded,
    peerAddress: event.requestContext.identity.sourceIp,
    authorizer: event.requestContext.authorizer,
  };
}

const lowerCased = (headers: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
