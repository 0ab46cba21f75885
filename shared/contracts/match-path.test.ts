import { describe, expect, it } from 'vitest';
import { operationsAt } from './match-path.ts';
import { apiPrefix, operationIds, routes } from './routes.ts';

const matched = (method: string, path: string) =>
  operationsAt('people', path).find(({ id }) => routes[id].method === method);

describe('a request', () => {
  it.each(operationIds)('for %s finds its own route, with every parameter', (id) => {
    const { method, path } = routes[id];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => `some-${name}`);
    const found = matched(method, `${apiPrefix}${filled}`);
    expect(found?.id).toBe(id);
    expect(found?.pathParameters).toEqual(Object.fromEntries(names.map((name) => [name, `some-${name}`])));
  });

  it('has its parameters decoded, one segment each', () => {
    expect(matched('GET', '/api/v1/campaigns/a%2Fb%20c')?.pathParameters).toEqual({ campaignId: 'a/b c' });
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
    expect(matched(method, path)).toBeUndefined();
  });
});
