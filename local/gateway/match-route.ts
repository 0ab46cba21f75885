// Finds the route of a request, as API Gateway does: the literal path wins over a parameter; parameters are decoded.
import {
  apiPrefix,
  type OperationId,
  operationIds,
  partnerOperationIds,
  partnerPrefix,
  type Route,
  routeKey,
  routes,
} from '../../shared/contracts/routes.ts';

export interface MatchedRoute {
  readonly id: OperationId;
  readonly route: Route;
  readonly routeKey: string;
  readonly pathParameters: Record<string, string>;
}

interface Pattern {
  readonly id: OperationId;
  readonly segments: readonly string[];
}

const isParameter = (segment: string) => segment.startsWith('{');
const literalSegments = ({ segments }: Pattern) => segments.filter((segment) => !isParameter(segment)).length;
const patternsOf = (ids: readonly OperationId[], prefix: string) =>
  ids
    .map((id): Pattern => ({ id, segments: `${prefix}${routes[id].path}`.split('/') }))
    .sort((one, other) => literalSegments(other) - literalSegments(one));
const httpPatterns = patternsOf(operationIds, apiPrefix);
const partnerPatterns = patternsOf(partnerOperationIds, partnerPrefix);

/** The matching route of the HTTP API, or undefined. */
export const matchRoute = (method: string, path: string): MatchedRoute | undefined => {
  const found = match(httpPatterns, method, path);
  return found && { ...found, route: routes[found.id], routeKey: routeKey(found.id) };
};

/** The matching route of the partner API, whose address begins with its stage, or undefined. */
export const matchPartnerRoute = (method: string, path: string): Omit<MatchedRoute, 'routeKey'> | undefined => {
  const found = match(partnerPatterns, method, path);
  return found && { ...found, route: routes[found.id] };
};

type Match = Pick<MatchedRoute, 'id' | 'pathParameters'>;

function match(patterns: readonly Pattern[], method: string, path: string): Match | undefined {
  const segments = path.split('/');
  for (const pattern of patterns) {
    if (routes[pattern.id].method !== method) continue;
    const pathParameters = matchSegments(pattern.segments, segments);
    if (pathParameters) return { id: pattern.id, pathParameters };
  }
  return undefined;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!isParameter(expected)) {
      if (segment !== expected) return undefined;
    } else {
      const value = decoded(segment);
      if (!value) return undefined;
      parameters[expected.slice(1, -1)] = value;
    }
  }
  return parameters;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // a stray % names nothing
  }
}
