// The page for who comes from version 2.0 names what there is: every address, event, variable and metric of this version on it exists.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { liveEventTypes } from '../../shared/contracts/live-events.ts';
import { metricNames } from '../../shared/contracts/metrics.ts';
import { routes } from '../../shared/contracts/routes.ts';

const page = readFileSync(new URL('../../docs/MIGRATION.md', import.meta.url), 'utf8');
const all = (pattern: RegExp): string[] => [...new Set([...page.matchAll(pattern)].map(([, found = '']) => found))];

describe('the page for who comes from version 2.0', () => {
  it('names addresses that exist, among them all that the old guide promises', () => {
    const named = all(/`((?:GET|POST|PATCH|DELETE) \/[^`]*)`/g);
    const known = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    expect(named.filter((address) => !known.includes(address))).toEqual([]);
    const folders = new Set(named.map((address) => address.split('/')[1]));
    expect([...folders].sort()).toEqual(['assets', 'auth', 'campaigns', 'docs', 'health', 'internal', 'users']);
  });

  it('names every event and every metric, and no other', () => {
    const events = all(/`((?:campaign|phase|asset|cost|approvals):[a-z]+)`/g);
    expect(events.sort()).toEqual([...liveEventTypes, 'phase:progress', 'approvals:changed'].sort());
    expect(all(/`(astromedia_\w+)`/g).sort()).toEqual(Object.values(metricNames).map(({ name }) => name).sort());
  }); // biome-ignore format: two questions

  it('names every variable of the old guide, and what became of it', () => {
    const variables = [
      ...['DATABASE_URL', 'REDIS_URL', 'JWT_SECRET', 'OPENROUTER_API_KEY', 'HF_API_KEY'],
      ...['GOOGLE_CLOUD_CREDENTIALS', 'AYRSHARE_API_KEY', 'VITE_API_URL', 'VITE_WS_URL'],
      ...['POSTGRES_USER', 'POSTGRES_PASSWORD', 'POSTGRES_DB'],
    ];
    expect(all(/`([A-Z]+(?:_[A-Z]+)+)`/g).sort()).toEqual(variables.sort());
  });
});
