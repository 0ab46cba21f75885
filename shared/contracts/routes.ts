// The one route table: infra and the local gateway route by it, the client is typed by it. Its rows lie in files, each with rows of one function, which
// validates by its own and reads no others.
import type * as z from 'zod';
import { apiPrefix, partnerPrefix, partnerStage } from './api-prefix.ts';
import type { ProblemCode } from './problems.ts';
import { apiKeysRoutes } from './routes/api-keys-routes.ts';
import { approvalsRoutes } from './routes/approvals-routes.ts';
import { assetsRoutes } from './routes/assets-routes.ts';
import { authRoutes } from './routes/auth-routes.ts';
import { campaignChangesRoutes } from './routes/campaign-changes-routes.ts';
import { campaignRecordsRoutes } from './routes/campaign-records-routes.ts';
import { campaignsRoutes } from './routes/campaigns-routes.ts';
import { docsRoutes } from './routes/docs-routes.ts';
import { exportsRoutes } from './routes/exports-routes.ts';
import { generationRoutes } from './routes/generation-routes.ts';
import { metaRoutes } from './routes/meta-routes.ts';
import { phasesRoutes } from './routes/phases-routes.ts';
import { postsRoutes } from './routes/posts-routes.ts';
import { readinessRoutes } from './routes/readiness-routes.ts';
import type { Route, RouteLambda } from './routes/route.ts';
import { partnerResourceOf, routeKeyOf } from './routes/route-keys.ts';
import { usersRoutes } from './routes/users-routes.ts';
import { webhooksRoutes } from './routes/webhooks-routes.ts';

export type { Route, RouteLambda };
export { apiPrefix, partnerPrefix, partnerStage };

export const routes = {
  ...metaRoutes,
  ...readinessRoutes,
  ...docsRoutes,
  ...authRoutes,
  ...campaignChangesRoutes,
  ...campaignsRoutes,
  ...campaignRecordsRoutes,
  ...exportsRoutes,
  ...phasesRoutes,
  ...approvalsRoutes,
  ...postsRoutes,
  ...assetsRoutes,
  ...usersRoutes,
  ...generationRoutes,
  ...webhooksRoutes,
  ...apiKeysRoutes,
} as const satisfies Record<string, Route>;

export type OperationId = keyof typeof routes;
export const operationIds = Object.keys(routes) as OperationId[];
export type Routes = typeof routes;
type OperationOf<Lambda extends RouteLambda> = {
  [Id in OperationId]: Routes[Id]['lambda'] extends Lambda ? Id : never;
}[OperationId];
/** The rows that a Lambda serves: all that it needs of the table. */
export type RowsOf<Lambda extends RouteLambda> = Pick<Routes, OperationOf<Lambda>>;

type Field<Id extends OperationId, Key extends 'params' | 'query' | 'body'> =
  Routes[Id] extends Record<Key, infer Schema extends z.ZodType> ? Schema : never;
type Parsed<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodType ? z.infer<Schema> : never;

/** What a handler gets: parsed, defaults filled in. */
export type RouteInput<Id extends OperationId> = {
  params: Parsed<Field<Id, 'params'>>;
  query: Parsed<Field<Id, 'query'>>;
  body: Parsed<Field<Id, 'body'>>;
};
type Sent<Schema> = [Schema] extends [never] ? undefined : Schema extends z.ZodType ? z.input<Schema> : never;
/** What a client sends: fields with a default may be missing. */
export type RouteRequest<Id extends OperationId> = {
  params: Sent<Field<Id, 'params'>>;
  query: Sent<Field<Id, 'query'>>;
  body: Sent<Field<Id, 'body'>>;
};
export type RouteOutput<Id extends OperationId> = z.infer<Routes[Id]['response']>;

/** The key the HTTP API matches, such as `GET /api/v1/campaigns/{campaignId}`. */
export const routeKey = (id: OperationId): string => routeKeyOf(routes[id]);

/** Operations that partners can call too. */
export const partnerOperationIds = operationIds.filter((id) => routes[id].access === 'both');
/** The resource of the partner API; its stage stands before it in the address. */
export const partnerResource = (id: OperationId): string => partnerResourceOf(routes[id]);

/** Where every address goes that the table does not have: its 404 is a problem like all others. */
export const fallbackLambda = 'meta' satisfies RouteLambda;
/** What API Gateway calls the route of such an address. */
export const fallbackRouteKey = '$default';

/** The operations of a Lambda. */
export const operationsOf = (lambda: RouteLambda): OperationId[] =>
  operationIds.filter((id) => routes[id].lambda === lambda);

/** Every problem a route can answer with: its own, those of its fields, and those of all. */
export const problemsOf = ({ problems, access, query, body, rateLimit, idempotent }: Route): ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...problems,
    ...(access === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(query ? (['validation-failed'] as const) : []),
    ...(body ? (['invalid-request', 'payload-too-large', 'unsupported-media-type', 'validation-failed'] as const) : []),
    ...(idempotent ? (['invalid-request', 'idempotency-mismatch', 'request-in-progress'] as const) : []),
    ...(rateLimit ? (['rate-limited'] as const) : []),
    'internal',
  ]),
];
