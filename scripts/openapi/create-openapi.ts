// Writes the route table as an OpenAPI 3.1 document. The same table always gives the same document.
import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import { version } from '../../functions/api/meta/read-health.ts';
import { apiKeyScopes } from '../../shared/contracts/api-key-scopes.ts';
import { problems } from '../../shared/contracts/problems.ts';
import { type OperationId, operationIds, type Route, routes } from '../../shared/contracts/routes.ts';
import { describeOperation } from './describe-operation.ts';
import { problemResponsesOf } from './describe-problems.ts';
import { examples } from './examples.ts';
import { findComponents } from './find-components.ts';
import { introduction } from './introduction.ts';
import { withOpenAnswers } from './open-responses.ts';
import type { OpenApi } from './openapi-document.ts';
import { withoutUnused } from './prune-components.ts';
import { apiServer, partnerServer } from './servers.ts';
import { tagsOf } from './tags.ts';

const gatewayRefusalSchema = z
  .object({ message: z.string() })
  .describe('What API Gateway itself answers before any of our code runs');

export async function createOpenApi(): Promise<OpenApi> {
  const all = operationIds.map((id): [OperationId, Route] => [id, routes[id]]);
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'AstroMedia API',
        version,
        summary: 'Campaigns from a brief',
        description: introduction,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [apiServer, partnerServer],
      tags: tagsOf(all.map(([, { path }]) => path)),
      paths: pathsOf(all),
      components: {
        schemas: { ...(await findComponents()), GatewayRefusal: gatewayRefusalSchema },
        responses: responsesOf(all),
        headers,
        securitySchemes,
      },
      'x-problems': problems,
    },
    { override: withoutPatternOfFormat },
  );
  return withOpenAnswers(withoutUnused(document));
}

function pathsOf(all: readonly [OperationId, Route][]) {
  const sorted = [...new Set(all.map(([, { path }]) => path))].sort();
  return Object.fromEntries(
    sorted.map((path) => [
      path,
      Object.fromEntries(
        all
          .filter(([, route]) => route.path === path)
          .map(([id, route]) => [route.method.toLowerCase(), describeOperation(id, route, examples[id])]),
      ),
    ]),
  );
}

function responsesOf(all: readonly [OperationId, Route][]) {
  const named = all
    .flatMap(([, route]) => problemResponsesOf(route))
    .map(({ name, response }) => [name, response] as const);
  return Object.fromEntries([...new Map(named)].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const header = (type: 'string' | 'integer', description: string) => ({ description, schema: { type } });
const headers = {
  IdempotencyReplayed: header('string', '`true` when this is the answer to an earlier request with the same key'),
  RateLimitLimit: header('integer', 'Tries in one window'),
  RateLimitRemaining: header('integer', 'Tries that are left in this window'),
  RateLimitReset: header('integer', 'Seconds until all tries are back'),
  RequestId: header('string', 'Names this request in answer and logs; your own, if you sent one'),
  RetryAfter: header('integer', 'Seconds after which trying again can help'),
};

const scopeLines = Object.entries(apiKeyScopes).map(([scope, meaning]) => `- \`${scope}\`: ${meaning}`);
const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The `token` that register and login answer with; valid for an hour.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: `For the partner API. What a key may do is in its scopes:\n\n${scopeLines.join('\n')}`,
  },
} as const;

/** A format says it better than the long pattern behind it. */
function withoutPatternOfFormat({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
