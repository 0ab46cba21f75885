// Finds the route of a request, as API Gateway does: the literal path wins over a parameter; parameters are decoded.
import {
  apiPrefix,
  type OperationId,
  operationIds,
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
const patterns = operationIds
  .map((id): Pattern => ({ id, segments: `${apiPrefix}${routes[id].path}`.split('/') }))
  .sort((one, other) => literalSegments(other) - literalSegments(one));

/** The matching route, or undefined. */
export function matchRoute(method: string, path: string): MatchedRoute | undefined {
  const segments = path.split('/');
  for (const pattern of patterns) {
    if (routes[pattern.id].method !== method) continue;
    const pathParameters = matchSegments(pattern.segments, segments);
    if (pathParameters)
      return { id: pattern.id, route: routes[pattern.id], routeKey: routeKey(pattern.id), pathParameters };
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
