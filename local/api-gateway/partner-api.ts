// The REST API of partners: routes that keys open, the authorizer function, usage plans, events in payload format 1.0.
// Refusals are the gateway responses that the stack configures on AWS, from the same table.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import * as z from 'zod';
import { type GatewayResponseType, gatewayAnswer } from '../../shared/contracts/gateway-problems.ts';
import { partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import { fallbackLambda, partnerResource, partnerStage } from '../../shared/contracts/routes.ts';
import { readBody } from '../edge/read-body.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';
import { type FunctionAnswer, headersOf, largestBodyBytes, send } from './exchange.ts';
import { type KeyStore, planIdOf } from './key-store.ts';
import { matchPartnerRoute } from './match-route.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface PartnerApiParts {
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  readonly keyStore: Pick<KeyStore, 'byValue'>;
  readonly usageMeter: Pick<UsageMeter, 'take'>;
  readonly onError: (error: unknown) => void;
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
export function createPartnerApi({ runtime, keyStore, usageMeter, onError }: PartnerApiParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://gateway');
    if (url.pathname !== `/${partnerStage}` && !url.pathname.startsWith(`/${partnerStage}/`)) return false;
    const requestId = randomUUID();
    const refuse = (type: GatewayResponseType): true => {
      const { status, headers, body } = gatewayAnswer(type, requestId);
      send(response, { statusCode: status, headers, body });
      return true;
    };
    /** As the stack does: such a method goes to the function that says which there are, without a key. */
    const answerUnknownMethod = async (event: EventParts): Promise<true> => {
      try {
        const answer = await runtime.invoke(fallbackLambda, { ...event, body: null, isBase64Encoded: false });
        send(response, answer as FunctionAnswer);
        return true;
      } catch (error) {
        onError(error);
        return refuse('DEFAULT_5XX');
      }
    };
    const body = await readBody(request, largestBodyBytes);
    if (!body) return refuse('REQUEST_TOO_LARGE');
    const matched = matchPartnerRoute(request.method ?? '', url.pathname);
    if (!matched) return refuse('MISSING_AUTHENTICATION_TOKEN');
    const { route } = matched;
    if (!route) return answerUnknownMethod(eventOf(request, url, matched, requestId));
    if (!request.headers['x-api-key']) return refuse('UNAUTHORIZED');
    try {
      const event = eventOf(request, url, matched, requestId);
      const verdict = verdictSchema.parse(await runtime.invoke('partner-authorizer', questionOf(event)));
      if (verdict.policyDocument.Statement.some(({ Effect }) => Effect === 'Deny')) return refuse('ACCESS_DENIED');
      const key = keyStore.byValue(verdict.usageIdentifierKey ?? '');
      const tier = partnerTierNames.find((name) => key?.planIds.includes(planIdOf(name)));
      if (!key?.enabled || !tier) return refuse('INVALID_API_KEY');
      const usage = usageMeter.take(key.id, partnerTiers[tier]);
      if (usage !== 'ALLOWED') return refuse(usage);
      const { principalId, context } = verdict;
      const answer = await runtime.invoke(route.lambda, {
        ...event,
        requestContext: { ...event.requestContext, authorizer: { ...asStrings(context), principalId } },
        // The stack takes every media type for binary, so that files come through; bodies then arrive in base64.
        body: body.byteLength > 0 ? body.toString('base64') : null,
        isBase64Encoded: body.byteLength > 0,
      } satisfies APIGatewayProxyEvent);
      send(response, answer as FunctionAnswer);
      return true;
    } catch (error) {
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
      identity: identityOf(request),
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

const identityOf = (request: IncomingMessage): APIGatewayProxyEvent['requestContext']['identity'] => ({
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
  user: null,
  userAgent: request.headers['user-agent'] ?? null,
  userArn: null,
});
