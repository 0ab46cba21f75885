// The router over one table: what it learns is the workspace's, whom it leaves alone everybody hears of.
import { createBanditStatistics } from '../../data/bandit-statistics.ts';
import { createCircuitBreakerStore } from '../../data/circuit-breakers.ts';
import type { Table } from '../../data/table.ts';
import type { Candidates } from '../candidates.ts';
import { createCircuitBreakers } from './circuit-breakers.ts';
import { createRouter } from './router.ts';

/**
 * What a process keeps, and the router of a moment's candidates. `mark`: of the providers' settings; with others, such as a new key, nobody is
 * left alone any more.
 */
export function wireRouter(table: Table, clock: () => Date, mark?: () => Promise<string>) {
  const arms = createBanditStatistics(table);
  const circuits = createCircuitBreakers({ store: createCircuitBreakerStore(table, mark), clock });
  return { arms, routerOf: (candidates: Candidates) => createRouter({ candidates, arms, circuits, clock }) };
}
