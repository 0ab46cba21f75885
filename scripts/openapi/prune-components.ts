// Leaves out the components that nothing points at: every contract is offered a name, few are part of the API.
import type { OpenApi } from './openapi-document.ts';

/** The document without unused schemas, the rest in the order of the alphabet. */
export function withoutUnused(document: OpenApi): OpenApi {
  const { schemas = {}, ...others } = document.components ?? {};
  const used = new Set<string>();
  const follow = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name] ?? {});
    }
  };
  follow([document.paths, others]);
  const kept = [...used].sort().flatMap((name) => {
    const schema = schemas[name];
    return schema === undefined ? [] : [[name, schema] as const];
  });
  return { ...document, components: { ...others, schemas: Object.fromEntries(kept) } };
}
