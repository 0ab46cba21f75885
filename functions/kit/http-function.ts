// Turns the operations of one Lambda into its handler: matches the route, checks what comes in and goes out by the route table,
// and answers every error as a problem. Knows middy and API Gateway's events; knows no campaign.
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import {
  type OperationId,
  operationsOf,
  type RouteInput,
  type RouteLambda,
  type RouteOutput,
  type Routes,
  routes,
} from '../../shared/contracts/routes.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { answerProblems } from './answer-problems.ts';
import { observeRequests } from './observe-requests.ts';
import { parseRequest } from './parse-request.ts';
import { type Principal, principalOf } from './principal.ts';

type OperationOf<Lambda extends RouteLambda> = {
  [Id in OperationId]: Routes[Id]['lambda'] extends Lambda ? Id : never;
}[OperationId];

/** Public routes have no principal; all others have one, verified by the authorizer in front of the function. */
type PrincipalOf<Id extends OperationId> = Routes[Id]['access'] extends 'public' ? undefined : Principal;

export type Input<Id extends OperationId> = RouteInput<Id> & { readonly principal: PrincipalOf<Id> };
export type Operation<Id extends OperationId> = (input: Input<Id>) => Promise<RouteOutput<Id>>;
export type Operations<Lambda extends RouteLambda> = { readonly [Id in OperationOf<Lambda>]: Operation<Id> };

export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The handler of a Lambda that serves the given operations. Every route of the Lambda must be among them. */
export function httpFunction<Lambda extends RouteLambda>(lambda: Lambda, operations: Operations<Lambda>): HttpHandler {
  const byRouteKey = operationsOf(lambda);
  const dispatch = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const id = byRouteKey.get(event.routeKey);
    if (!id) throw new ProblemError('not-found', `There is no ${event.requestContext.http.method} ${event.rawPath}.`);
    const route = routes[id];
    const input = {
      ...parseRequest(route, event),
      principal: route.access === 'public' ? undefined : principalOf(event),
    };
    // The compiler cannot follow that the operation found by `id` takes the input parsed by the route of the same `id`.
    const operation = operations[id as OperationOf<Lambda>] as (input: unknown) => Promise<unknown>;
    return {
      statusCode: route.status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(route.response.parse(await operation(input))),
    };
  };
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(observeRequests())
    .use(answerProblems())
    .handler(dispatch) as HttpHandler;
}
