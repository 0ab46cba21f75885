// The parts that count calls, over one table.
import { createCampaigns } from '../data/campaigns.ts';
import { createGenerations } from '../data/generations.ts';
import { createModelCalls } from '../data/model-calls.ts';
import { createMonthlyCalls } from '../data/monthly-calls.ts';
import type { Table } from '../data/table.ts';
import { createUsages } from '../data/usage.ts';
import { createWorkspaces } from '../data/workspaces.ts';
import { createCallQuota, createCloseCallsOf } from './call-quota.ts';
import { createCallSweep } from './sweep-calls.ts';

export function wireCallQuota(table: Table, clock: () => Date) {
  const usages = createUsages(table);
  const monthlyCalls = createMonthlyCalls(table);
  const parts = {
    campaigns: createCampaigns(table),
    calls: createModelCalls(table),
    generations: createGenerations(table, clock),
    workspaces: createWorkspaces(table),
    usages,
    monthlyCalls,
    clock,
  };
  const quotaParts = { ...parts, sweep: createCallSweep(parts) };
  return { usages, monthlyCalls, quota: createCallQuota(quotaParts), closeCallsOf: createCloseCallsOf(quotaParts) };
}
