// What both API Gateways call the rows of a route table, whichever rows those are.
import { apiPrefix, partnerVersion } from '../api-prefix.ts';
import type { Route } from './route.ts';

/** The key the HTTP API matches, such as `GET /api/v1/campaigns/{campaignId}`. */
export const routeKeyOf = ({ method, path }: Route): string => `${method} ${apiPrefix}${path}`;

/** The resource of the partner API; its stage stands before it in the address. */
export const partnerResourceOf = ({ path }: Route): string => `/${partnerVersion}${path}`;

/** The names of the given rows by the keys that either API hands over with a request. */
export const byRouteKey = <Id extends string>(rows: Readonly<Record<Id, Route>>): Map<string, Id> => {
  const all = Object.entries<Route>(rows) as [Id, Route][];
  const ofPartners = all.filter(([, row]) => row.access === 'both');
  return new Map([
    ...all.map(([id, row]): [string, Id] => [routeKeyOf(row), id]),
    ...ofPartners.map(([id, row]): [string, Id] => [`${row.method} ${partnerResourceOf(row)}`, id]),
  ]);
};
