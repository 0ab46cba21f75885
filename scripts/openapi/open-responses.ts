// Answers may gain fields, so that no client should refuse one for a field that it does not know. Requests stay exact: what is not known there
// is a mistake.
import type { OpenApi } from './openapi-document.ts';

const reference = /"#\/components\/(schemas|responses)\/([\w.-]+)"/g;

/** The document whose answers say nothing of other fields, but for shapes that requests have too. */
export function withOpenAnswers(document: OpenApi): OpenApi {
  const { schemas = {}, responses = {} } = document.components ?? {};
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path as object));
  const asked = reachedFrom(operations.map(({ responses: _responses, ...request }) => request));
  const isAsked = (name: string) => asked.has(`schemas/${name}`);
  return {
    ...document,
    paths: mapValues(document.paths ?? {}, (path) =>
      mapValues(path as Record<string, { responses?: unknown }>, (operation) => ({
        ...operation,
        responses: opened(operation.responses),
      })),
    ) as OpenApi['paths'],
    components: {
      ...document.components,
      responses: opened(responses) as typeof responses,
      schemas: mapValues(schemas, (schema, name) => (isAsked(name) ? schema : opened(schema))) as typeof schemas,
    },
  } as OpenApi;

  function reachedFrom(part: unknown, found = new Set<string>()): Set<string> {
    for (const [, kind, name = ''] of JSON.stringify(part).matchAll(reference)) {
      if (found.has(`${kind}/${name}`)) continue;
      found.add(`${kind}/${name}`);
      reachedFrom((kind === 'schemas' ? schemas : responses)[name] ?? {}, found);
    }
    return found;
  }
}

function opened(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(opened);
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).filter(([name, value]) => !(name === 'additionalProperties' && value === false));
  return Object.fromEntries(entries.map(([name, value]) => [name, opened(value)]));
}

const mapValues = <Value, Result>(all: Record<string, Value>, change: (value: Value, name: string) => Result) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value, name)]));
