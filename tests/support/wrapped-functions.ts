// The project's own functions with something around each call: for what measures them without their knowing.
import type { HandlerModules, LambdaHandler } from '../../local/lambda/lambda-runtime.ts';
import { type LambdaName, lambdaNames, lambdas } from '../../shared/contracts/lambdas.ts';
import { operationIds, routeKey } from '../../shared/contracts/routes.ts';

/** Calls `call` in some way and answers with what it answers. `operation` is that of the route, or the function's name. */
export type Around = <Answer>(operation: string, call: () => Promise<Answer>) => Promise<Answer>;

/** Every function of the table; `replacements` stand in for some of them. */
export const wrappedFunctions = (around: Around, replacements: HandlerModules = {}): HandlerModules =>
  Object.fromEntries(
    lambdaNames.map((name) => [
      name,
      async () => {
        const load =
          replacements[name] ?? (() => import(new URL(`../../${lambdas[name].entry}`, import.meta.url).href));
        const { handler }: { handler: LambdaHandler } = await load();
        const wrapped: LambdaHandler = (event, context) =>
          around(operationOf(name, event), () => handler(event, context));
        return { handler: wrapped };
      },
    ]),
  );

const operationOfRoute = new Map<string, string>(operationIds.map((id) => [routeKey(id), id]));

/** What a function was asked to do: the operation for HTTP, the function's name for everything else. */
const operationOf = (name: LambdaName, event: unknown): string =>
  (typeof event === 'object' &&
    event !== null &&
    'routeKey' in event &&
    operationOfRoute.get(String(event.routeKey))) ||
  name;
