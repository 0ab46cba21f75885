// The REST API of partners: routes that keys open, the authorizer function, usage plans, events in payload format 1.0, with what functions read of
// them. Refusals are the gateway responses that the stack configures on AWS, from the same table.
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type GatewayResponseType, gatewayAnswer } from '../../shared/contracts/gateway-problems.ts';
import type { LambdaName } from '../../shared/contracts/lambdas.ts';
import { partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import { operationsAt } from '../../shared/contracts/match-path.ts';
import { fallbackLambda, partnerResource, partnerStage, routes } from '../../shared/contracts/routes.ts';
import type { HttpAnswer } from '../endpoint/listen.ts';
import { type Keys, keyOfValue, planIdOf } from './keys.ts';
import { type ApiParts, answerOf, filled, integrationTimeoutOf, readRequest } from './lambda-integration.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface PartnerApiParts extends ApiParts {
  readonly keys: Pick<Keys, 'values'>;
  readonly usageMeter: Pick<UsageMeter, 'take'>;
}

/** What the authorizer answers, as API Gateway reads it. */
const verdictSchema = z.object({
  principalId: z.string(),
  policyDocument: z.object({ Statement: z.array(z.object({ Effect: z.enum(['Allow', 'Deny']) })).min(1) }),
  /** API Gateway hands everything of it on as text. */
  context: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  usageIdentifierKey: z.string().optional(),
});

/** Answers requests below /partner; undefined for any other. */
export function createPartnerApi(parts: PartnerApiParts) {
  const { runtime, keys, usageMeter, onError, patienceMilliseconds = integrationTimeoutOf.rest } = parts;
  return async (incoming: IncomingMessage): Promise<HttpAnswer | undefined> => {
    if (!new RegExp(`^/${partnerStage}([/?]|$)`).test(incoming.url ?? '')) return undefined;
    const request = await readRequest(incoming);
    const { id: requestId, method, headers, query, body } = request;
    const signal = AbortSignal.timeout(patienceMilliseconds);
    const refuse = (type: GatewayResponseType): HttpAnswer => gatewayAnswer(type, requestId);
    const forward = async (lambda: LambdaName, event: object): Promise<HttpAnswer> =>
      answerOf(await runtime.invoke(lambda, event, { signal }));
    if (!body) return refuse('REQUEST_TOO_LARGE');
    const all = operationsAt('partners', request.path);
    const known = all.find(({ id }) => routes[id].method === method);
    const matched = known ?? all[0];
    if (!matched) return refuse('MISSING_AUTHENTICATION_TOKEN');
    const path = request.path.slice(`/${partnerStage}`.length);
    const requestContext = {
      requestId,
      httpMethod: method,
      identity: { sourceIp: request.sourceIp },
      path: request.path,
      resourcePath: partnerResource(matched.id),
      stage: partnerStage,
    };
    const event = {
      resource: partnerResource(matched.id),
      path,
      httpMethod: method,
      headers,
      // Of a name that comes several times, the last one counts.
      queryStringParameters: filled(
        query.map(([name, values]) => [name, values.at(-1)]),
        null,
      ),
      multiValueQueryStringParameters: filled(query, null),
      pathParameters: filled(Object.entries(matched.pathParameters), null),
      requestContext,
      body: null,
      isBase64Encoded: false,
    };
    try {
      // As the stack does: a method that the address does not have goes to the function that says which there are, without a key.
      if (!known) return await forward(fallbackLambda, event);
      if (!headers['x-api-key']) return refuse('UNAUTHORIZED');
      const methodArn = `arn:aws:execute-api:us-east-1:000000000000:local/${partnerStage}/${method}${path}`;
      const question = { ...event, type: 'REQUEST', methodArn };
      const verdict = verdictSchema.parse(await runtime.invoke('partner-authorizer', question, { signal }));
      if (verdict.policyDocument.Statement.some(({ Effect }) => Effect === 'Deny')) return refuse('ACCESS_DENIED');
      const key = keyOfValue(keys, verdict.usageIdentifierKey ?? '');
      const tier = partnerTierNames.find((name) => key?.planId === planIdOf(name));
      if (!key || !tier) return refuse('INVALID_API_KEY');
      const usage = usageMeter.take(key.id, partnerTiers[tier]);
      if (usage !== 'ALLOWED') return refuse(usage);
      const { principalId, context } = verdict;
      return await forward(routes[known.id].lambda, {
        ...event,
        requestContext: { ...requestContext, authorizer: { ...context, principalId } },
        // The stack takes every media type for binary, so that files come through; bodies then arrive in base64.
        body: body.byteLength > 0 ? body.toString('base64') : null,
        isBase64Encoded: body.byteLength > 0,
      });
    } catch (error) {
      if (signal.aborted) return refuse('INTEGRATION_TIMEOUT');
      onError(error);
      return refuse('DEFAULT_5XX');
    }
  };
}
