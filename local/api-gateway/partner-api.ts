// The REST API of partners: routes that keys open, the authorizer function, usage plans, events in payload format 1.0.
// Refusals are the gateway responses that the stack configures on AWS, from the same table.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import * as z from 'zod';
import { type GatewayResponseType, gatewayAnswer } from '../../shared/contracts/gateway-problems.ts';
import type { LambdaName } from '../../shared/contracts/lambdas.ts';
import { partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import { fallbackLambda, partnerResource, partnerStage } from '../../shared/contracts/routes.ts';
import { readBody } from '../edge/read-body.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';
import { type FunctionAnswer, headersOf, largestBodyBytes, patienceOf, send } from './exchange.ts';
import { type Keys, keyOfValue, planIdOf } from './keys.ts';
import { matchPartnerRoute } from './match-route.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface PartnerApiParts {
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly keys: Pick<Keys, 'values'>;
  readonly usageMeter: Pick<UsageMeter, 'take'>;
  readonly onError: (error: unknown) => void;
  /** As on AWS, if nothing is said. */
  readonly patienceMilliseconds?: number;
}

const accountId = '000000000000';
const apiId = 'local';

/** What the authorizer answers, as API Gateway reads it. */
const verdictSchema = z.object({
  principalId: z.string(),
  policyDocument: z.object({ Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']) })).min(1) }),
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  usageIdentifierKey: z.string().optional(),
});

type Matched = NonNullable<ReturnType<typeof matchPartnerRoute>>;
type EventParts = Pick<
  APIGatewayProxyEvent,
  | 'resource'
  | 'path'
  | 'httpMethod'
  | 'headers'
  | 'multiValueHeaders'
  | 'pathParameters'
  | 'queryStringParameters'
  | 'multiValueQueryStringParameters'
  | 'stageVariables'
> & { requestContext: Omit<APIGatewayProxyEvent['requestContext'], 'authorizer'> };

/** Answers requests below /partner; false for any other. */
export function createPartnerApi({
  runtime,
  keys,
  usageMeter,
  onError,
  patienceMilliseconds = patienceOf.rest,
}: PartnerApiParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://gateway');
    if (url.pathname !== `/${partnerStage}` && !url.pathname.startsWith(`/${partnerStage}/`)) return false;
    const requestId = randomUUID();
    const refuse = (type: GatewayResponseType): true => {
      const { status, headers, body } = gatewayAnswer(type, requestId);
      send(response, { statusCode: status, headers, body });
      return true;
    };
    const forward = async (lambda: LambdaName, event: object): Promise<true> => {
      send(response, (await runtime.invoke(lambda, event, { signal })) as FunctionAnswer);
      return true;
    };
    const body = await readBody(request, largestBodyBytes);
    const signal = AbortSignal.timeout(patienceMilliseconds);
    if (!body) return refuse('REQUEST_TOO_LARGE');
    const matched = matchPartnerRoute(request.method ?? '', url.pathname);
    if (!matched) return refuse('MISSING_AUTHENTICATION_TOKEN');
    const { route } = matched;
    try {
      const event = eventOf(request, url, matched, requestId);
      // As the stack does: a method that the address does not have goes to the function that says which there are, without a key.
      if (!route) return await forward(fallbackLambda, { ...event, body: null, isBase64Encoded: false });
      if (!request.headers['x-api-key']) return refuse('UNAUTHORIZED');
      const verdict = verdictSchema.parse(await runtime.invoke('partner-authorizer', questionOf(event), { signal }));
      if (verdict.policyDocument.Statement.some(({ Effect }) => Effect === 'Deny')) return refuse('ACCESS_DENIED');
      const key = keyOfValue(keys, verdict.usageIdentifierKey ?? '');
      const tier = partnerTierNames.find((name) => key?.planId === planIdOf(name));
      if (!key?.enabled || !tier) return refuse('INVALID_API_KEY');
      const usage = usageMeter.take(key.id, partnerTiers[tier]);
      if (usage !== 'ALLOWED') return refuse(usage);
      const { principalId, context } = verdict;
      return await forward(route.lambda, {
        ...event,
        requestContext: { ...event.requestContext, authorizer: { ...asStrings(context), principalId } },
        // The stack takes every media type for binary, so that files come through; bodies then arrive in base64.
        body: body.byteLength > 0 ? body.toString('base64') : null,
        isBase64Encoded: body.byteLength > 0,
      } satisfies APIGatewayProxyEvent);
    } catch (error) {
      if (signal.aborted) return refuse('INTEGRATION_TIMEOUT');
      onError(error);
      return refuse('DEFAULT_5XX');
    }
  };
}

/** API Gateway hands everything of the context on as text. */
const asStrings = (context: Record<string, string | number | boolean>): Record<string, string> =>
  Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value)]));

function questionOf(event: EventParts): APIGatewayRequestAuthorizerEvent {
  const { requestContext, path, httpMethod } = event;
  return {
    ...event,
    type: 'REQUEST',
    methodArn: `arn:aws:execute-api:us-east-1:${accountId}:${apiId}/${partnerStage}/${httpMethod}${path}`,
    requestContext: { ...requestContext, authorizer: undefined },
  };
}

function eventOf(request: IncomingMessage, url: URL, { id, pathParameters }: Matched, requestId: string): EventParts {
  const headers = headersOf(request);
  const query = [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)] as const);
  const path = url.pathname.slice(`/${partnerStage}`.length);
  const method = request.method ?? '';
  const now = Date.now();
  return {
    resource: partnerResource(id),
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value ? [value] : []])),
    // Of a name that comes several times, the last one counts.
    queryStringParameters: query.length > 0 ? Object.fromEntries(query.map(([name, all]) => [name, all.at(-1)])) : null,
    multiValueQueryStringParameters:
      query.length > 0 ? Object.fromEntries(query.map(([n, all]) => [n, [...all]])) : null,
    pathParameters: Object.keys(pathParameters).length > 0 ? pathParameters : null,
    stageVariables: null,
    requestContext: {
      accountId,
      apiId,
      domainName: request.headers.host ?? '127.0.0.1',
      domainPrefix: 'local',
      extendedRequestId: requestId,
      httpMethod: method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
      } as APIGatewayProxyEvent['requestContext']['identity'], // what else AWS tells, it leaves null for callers of this kind
      path: url.pathname,
      protocol: `HTTP/${request.httpVersion}`,
      requestId,
      requestTime: new Date(now).toUTCString(),
      requestTimeEpoch: now,
      resourceId: id,
      resourcePath: partnerResource(id),
      stage: partnerStage,
    },
  };
}
