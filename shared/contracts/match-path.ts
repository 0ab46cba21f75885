// Which rows of the route table an address belongs to, as API Gateway finds them: a literal path goes before a parameter, and parameters
// are decoded. The embedded gateway routes by it, and the functions say by it which methods an address knows.
import { apiPrefix, type OperationId, operationIds, partnerOperationIds, partnerPrefix, routes } from './routes.ts';

export interface PathMatch {
  readonly id: OperationId;
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
const patterns = {
  people: patternsOf(operationIds, apiPrefix),
  partners: patternsOf(partnerOperationIds, partnerPrefix),
};

/** Every operation at an address, whatever its method. */
export const operationsAt = (door: keyof typeof patterns, path: string): PathMatch[] => {
  const segments = path.split('/');
  return patterns[door].flatMap((pattern) => {
    const pathParameters = matchSegments(pattern.segments, segments);
    return pathParameters ? [{ id: pattern.id, pathParameters }] : [];
  });
};

/** The methods that an address knows, for the header Allow; none where there is nothing. */
export const allowedMethods = (path: string): string[] => [
  ...new Set([...operationsAt('people', path), ...operationsAt('partners', path)].map(({ id }) => routes[id].method)),
];

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
