// The one route table: the kit validates by it, infra and the local gateway route by it, the client is typed by it.
import * as z from 'zod';
import { agentOutputSchemas, variantSchema } from './agent-outputs.ts';
import { assetKindSchema, assetSchema } from './asset.ts';
import { briefSchema } from './brief.ts';
import { campaignDetailSchema, campaignSchema, campaignStatusSchema } from './campaign.ts';
import { assetIdSchema, campaignIdSchema, phaseIdSchema, userIdSchema, workspaceIdSchema } from './identifiers.ts';
import { approvalSchema, phaseSchema } from './phase.ts';
import type { ProblemCode } from './problems.ts';
import { modelCallSchema } from './usage.ts';

export const apiPrefix = '/api/v1';

export type RouteLambda = 'auth' | 'campaigns' | 'assets' | 'meta';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path below /api/v1, in API Gateway's notation. */
  readonly path: string;
  readonly access: 'public' | 'user';
  readonly lambda: RouteLambda;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 202;
  /** Problems beyond those every route can answer with (invalid-request, unauthenticated, internal). */
  readonly problems: readonly ProblemCode[];
}

const campaignParams = z.strictObject({ campaignId: campaignIdSchema });
const phaseParams = campaignParams.extend({ phaseId: phaseIdSchema });
const assetParams = z.strictObject({ assetId: assetIdSchema });

const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1000).optional().describe('nextCursor of the page before'),
};
const nextCursor = z.string().optional().describe('Present when there is another page');

const credentialsSchema = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(8, 'must have at least 8 characters').max(256),
});
const sessionSchema = z.strictObject({
  token: z.string().describe('Access token: send it as Authorization: Bearer'),
  expiresInSeconds: z.int().min(1),
  user: z.strictObject({ id: userIdSchema, email: z.email(), workspaceId: workspaceIdSchema }),
});
const decisionResponse = z.strictObject({ success: z.literal(true), phase: phaseSchema });
const feedbackSchema = z.string().trim().min(1, 'say what should change').max(4000);

export const routes = {
  health: {
    method: 'GET',
    path: '/health',
    access: 'public',
    lambda: 'meta',
    summary: 'Says that the API answers',
    response: z.strictObject({ status: z.literal('ok'), version: z.string(), time: z.iso.datetime() }),
    status: 200,
    problems: [],
  },
  register: {
    method: 'POST',
    path: '/auth/register',
    access: 'public',
    lambda: 'auth',
    summary: 'Creates an account with its personal workspace and signs in',
    body: credentialsSchema,
    response: sessionSchema,
    status: 201,
    problems: ['validation-failed', 'already-registered'],
  },
  login: {
    method: 'POST',
    path: '/auth/login',
    access: 'public',
    lambda: 'auth',
    summary: 'Signs in',
    body: credentialsSchema,
    response: sessionSchema,
    status: 200,
    problems: ['validation-failed', 'wrong-credentials'],
  },
  createCampaign: {
    method: 'POST',
    path: '/campaigns',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Creates a campaign from a brief and starts it',
    body: briefSchema,
    response: campaignDetailSchema,
    status: 201,
    problems: ['validation-failed', 'unavailable'],
  },
  listCampaigns: {
    method: 'GET',
    path: '/campaigns',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Lists campaigns, newest first',
    query: z.strictObject({ ...pageQuery, status: campaignStatusSchema.optional() }),
    response: z.strictObject({ campaigns: z.array(campaignSchema), nextCursor }),
    status: 200,
    problems: ['validation-failed'],
  },
  getCampaign: {
    method: 'GET',
    path: '/campaigns/{campaignId}',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Reads a campaign with its brief and phases',
    params: campaignParams,
    response: campaignDetailSchema,
    status: 200,
    problems: ['not-found'],
  },
  changeCampaign: {
    method: 'PATCH',
    path: '/campaigns/{campaignId}',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Pauses, resumes or cancels a campaign, renames it, or moves its AI budget',
    params: campaignParams,
    body: z
      .strictObject({
        action: z.enum(['pause', 'resume', 'cancel']).optional(),
        name: briefSchema.shape.name.optional(),
        aiBudgetUsd: z.number().min(0).max(10_000).optional(),
      })
      .refine((change) => Object.values(change).some((value) => value !== undefined), 'must name at least one change'),
    response: campaignSchema,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  deleteCampaign: {
    method: 'DELETE',
    path: '/campaigns/{campaignId}',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Stops a campaign and deletes its data and files',
    params: campaignParams,
    response: z.strictObject({ success: z.literal(true) }),
    status: 200,
    problems: ['not-found'],
  },
  getPhase: {
    method: 'GET',
    path: '/campaigns/{campaignId}/phases/{phaseId}',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Reads a phase with its output and the decisions taken on it',
    params: phaseParams,
    response: z.strictObject({
      phase: phaseSchema,
      output: z.union(Object.values(agentOutputSchemas)).optional(),
      approvals: z.array(approvalSchema),
    }),
    status: 200,
    problems: ['not-found'],
  },
  approvePhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/approve',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Approves the output of a phase, as it is, edited, or with the chosen variant',
    params: phaseParams,
    body: z
      .strictObject({
        editedData: z.record(z.string(), z.unknown()).optional().describe('The whole output with the changes made'),
        choice: variantSchema.optional().describe('Variant of an A/B pair'),
        comment: z.string().trim().max(2000).optional(),
      })
      .default({}),
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  rejectPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/reject',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Sends the output back with feedback; the agent makes a new one',
    params: phaseParams,
    body: z.strictObject({ feedback: feedbackSchema }),
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict', 'revision-limit'],
  },
  retryPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/retry',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Runs a failed or held phase again',
    params: phaseParams,
    body: z
      .strictObject({
        instructions: z.string().trim().min(1).max(4000).optional(),
        model: z.string().trim().min(1).max(120).optional().describe('Model to use from now on for this phase'),
      })
      .default({}),
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  skipPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/skip',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Goes on without a phase that waits for a person',
    params: phaseParams,
    body: z.strictObject({ reason: z.string().trim().min(1).max(400).optional() }).default({}),
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  listEvents: {
    method: 'GET',
    path: '/campaigns/{campaignId}/events',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Replays live events from a number',
    params: campaignParams,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    response: z.strictObject({
      events: z.array(z.looseObject({ type: z.string(), number: z.int() })),
      lastEvent: z.int().describe('Number of the newest event; ask again while the last one you have is smaller'),
    }),
    status: 200,
    problems: ['validation-failed', 'not-found'],
  },
  listModelCalls: {
    method: 'GET',
    path: '/campaigns/{campaignId}/calls',
    access: 'user',
    lambda: 'campaigns',
    summary: 'Lists every model call of a campaign with tokens, cost and provenance',
    params: campaignParams,
    response: z.strictObject({ calls: z.array(modelCallSchema) }),
    status: 200,
    problems: ['not-found'],
  },
  listAssets: {
    method: 'GET',
    path: '/assets',
    access: 'user',
    lambda: 'assets',
    summary: 'Lists generated files',
    query: z.strictObject({ ...pageQuery, campaignId: campaignIdSchema.optional(), kind: assetKindSchema.optional() }),
    response: z.strictObject({ assets: z.array(assetSchema), nextCursor }),
    status: 200,
    problems: ['validation-failed'],
  },
  getAsset: {
    method: 'GET',
    path: '/assets/{assetId}',
    access: 'user',
    lambda: 'assets',
    summary: "Reads a file's description",
    params: assetParams,
    response: assetSchema,
    status: 200,
    problems: ['not-found'],
  },
  downloadAsset: {
    method: 'GET',
    path: '/assets/{assetId}/download',
    access: 'user',
    lambda: 'assets',
    summary: 'Answers with a link to the bytes that works for a few minutes',
    params: assetParams,
    response: z.strictObject({
      url: z.url(),
      expiresAt: z.iso.datetime(),
      fileName: z.string(),
      mediaType: z.string(),
    }),
    status: 200,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Route>;

export type OperationId = keyof typeof routes;
export const operationIds = Object.keys(routes) as OperationId[];
export type Routes = typeof routes;

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

/** The key API Gateway matches, such as `GET /api/v1/campaigns/{campaignId}`. */
export const routeKey = (id: OperationId): string => `${routes[id].method} ${apiPrefix}${routes[id].path}`;

/** Every route of a Lambda, by the key API Gateway hands it. */
export const operationsOf = (lambda: RouteLambda): Map<string, OperationId> =>
  new Map(operationIds.filter((id) => routes[id].lambda === lambda).map((id) => [routeKey(id), id]));
