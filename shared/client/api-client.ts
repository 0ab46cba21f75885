// The HTTP API as typed calls, one per row of the route table. Browser-safe: it needs fetch and the contracts only.
import { type OperationId, type RouteOutput, type RouteRequest, routes } from '../contracts/routes.ts';
import { type ApiClientOptions, callRoute, type RequestParts } from './call-route.ts';

type Optional<Value> = undefined extends Value ? true : object extends Value ? true : false;
type Parts<Id extends OperationId> = RouteRequest<Id>;
type RequiredParts<Id extends OperationId> = {
  [Key in keyof Parts<Id> as Optional<Parts<Id>[Key]> extends true ? never : Key]: Parts<Id>[Key];
};
type OptionalParts<Id extends OperationId> = {
  [Key in keyof Parts<Id> as Optional<Parts<Id>[Key]> extends true ? Key : never]?: Parts<Id>[Key] | undefined;
};
/** What a call takes: params, query and body of its route; whatever may be empty may be left out. */
export type CallInput<Id extends OperationId> = RequiredParts<Id> & OptionalParts<Id>;
type CallArguments<Id extends OperationId> =
  object extends CallInput<Id> ? [input?: CallInput<Id>] : [input: CallInput<Id>];

export interface ApiClient {
  /**
   * Calls one operation and yields its answer, parsed by the route's schema.
   * Throws ApiProblem, ApiUnreachable or UnexpectedAnswer.
   */
  call<Id extends OperationId>(operation: Id, ...input: CallArguments<Id>): Promise<RouteOutput<Id>>;
}

/** Makes a client of the API at `baseUrl`. Holds no state: the token is asked for at each call. */
export const createApiClient = (options: ApiClientOptions): ApiClient => ({
  call: async (operation, ...[input]) => {
    const parts: RequestParts = input ?? {};
    // The route table pairs each operation with its response schema; TypeScript cannot follow the lookup by key.
    return (await callRoute(options, routes[operation], parts)) as RouteOutput<typeof operation>;
  },
});
