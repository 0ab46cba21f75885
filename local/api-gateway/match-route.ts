// Finds the route of a request, as API Gateway does.
import { operationsAt, type PathMatch } from '../../shared/contracts/match-path.ts';
import { type Route, routeKey, routes } from '../../shared/contracts/routes.ts';

export interface MatchedRoute extends PathMatch {
  readonly route: Route;
  readonly routeKey: string;
}

/** The matching route of the HTTP API, or undefined. */
export const matchRoute = (method: string, path: string): MatchedRoute | undefined => {
  const found = operationsAt('people', path).find(({ id }) => routes[id].method === method);
  return found && { ...found, route: routes[found.id], routeKey: routeKey(found.id) };
};

/** What the partner API, whose address begins with its stage, has at an address; `route` is missing for a method that it does not know there. */
export const matchPartnerRoute = (
  method: string,
  path: string,
): (PathMatch & { readonly route: Route | undefined }) | undefined => {
  const all = operationsAt('partners', path);
  const found = all.find(({ id }) => routes[id].method === method);
  if (found) return { ...found, route: routes[found.id] };
  return all[0] && { ...all[0], route: undefined };
};
