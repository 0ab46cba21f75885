import { describe, expect, it } from 'vitest';
import { apiPrefix, operationIds, routes } from '../../shared/contracts/routes.ts';
import { matchRoute } from './match-route.ts';

describe('a request', () => {
  it.each(operationIds)('for %s finds its own route, with every parameter', (id) => {
    const { method, path } = routes[id];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => `some-${name}`);
    const matched = matchRoute(method, `${apiPrefix}${filled}`);
    expect(matched?.id).toBe(id);
    expect(matched?.routeKey).toBe(`${method} ${apiPrefix}${path}`);
    expect(matched?.pathParameters).toEqual(Object.fromEntries(names.map((name) => [name, `some-${name}`])));
  });

  it('has its parameters decoded, one segment each', () => {
    expect(matchRoute('GET', '/api/v1/campaigns/a%2Fb%20c')?.pathParameters).toEqual({ campaignId: 'a/b c' });
  });

  it.each([
    ['GET', '/api/v1/campaigns/'],
    ['GET', '/api/v1/campaigns/a/'],
    ['GET', '/api/v1/campaigns/%E0%A4%A'],
    ['GET', '/api/v1//campaigns'],
    ['GET', '/campaigns'],
    ['GET', '/api/v1/campaigns/a/phases'],
    ['PUT', '/api/v1/campaigns/a'],
    ['get', '/api/v1/campaigns'],
    ['GET', '/API/v1/campaigns'],
    ['', ''],
  ])('%s %s matches nothing', (method, path) => {
    expect(matchRoute(method, path)).toBeUndefined();
  });
});
