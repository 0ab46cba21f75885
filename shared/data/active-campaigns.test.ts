// The list of campaigns that are not over, against a look at every header, whatever happens in between and wherever it is cut off.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { repositoriesOf } from '../../tests/support/stored-campaign.ts';
import { type Campaign, type CampaignStatus, campaignStatuses } from '../contracts/campaign.ts';
import { newCampaignId } from '../runtime/ids.ts';
import { isListed } from './active-campaigns.ts';
import { lists } from './keys.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let units: number[] = [];
beforeAll(async () => {
  memory = await startMemoryTable((_operation, used) => units.push(used));
});
afterAll(() => memory.stop());

const start = new Date('2026-11-26T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let workspaces = 0;
const newWorkspace = () => `wsp_${workspaces++}`;

const headerOf = (workspaceId: string, status: CampaignStatus, place: number): Campaign => ({
  ...{ id: newCampaignId(later(place)), workspaceId, createdBy: 'test', name: `Campaign ${place}` },
  ...{ governanceMode: 'GUIDED', language: 'fr', playbookId: 'full-campaign', status, run: 1, lastEvent: 0 },
  ...{ createdAt: start.toISOString(), updatedAt: start.toISOString(), phaseCount: 11, finishedPhaseCount: 0 },
  ...{ aiCapMicroUsd: 1_000_000, committedMicroUsd: 0, spentMicroUsd: 0 },
});

/** What can happen to one campaign; `cut` ends it after its first write. */
const acts = {
  launch: { from: [undefined], to: 'RUNNING' },
  pause: { from: ['RUNNING'], to: 'PAUSED' },
  resume: { from: ['PAUSED'], to: 'RUNNING' },
  complete: { from: ['RUNNING'], to: 'COMPLETED' },
  fail: { from: ['RUNNING'], to: 'FAILED' },
  cancel: { from: ['RUNNING', 'PAUSED'], to: 'CANCELLED' },
  relaunch: { from: ['FAILED'], to: 'RUNNING' },
  delete: { from: campaignStatuses, to: undefined },
  ask: { from: ['RUNNING'], to: 'RUNNING' },
} as const;
const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[]), 'read' as const),
    which: fc.nat({ max: 2 }),
    cut: fc.boolean(),
    minutes: fc.nat({ max: 30 }),
  }),
  { maxLength: 40 },
);

describe('the list of campaigns that are not over', () => {
  it('names what a look at every header names: after a launch, a relaunch, an end or a deletion, and where one was cut off', async () => {
    const { campaigns } = repositoriesOf(memory.table);
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (all, isOldAccount) => {
        const workspaceId = newWorkspace();
        const known: (Campaign | undefined)[] = [undefined, undefined, undefined];
        let now = 0;
        if (isOldAccount) {
          // From before there was a list.
          known[2] = headerOf(workspaceId, 'RUNNING', -1);
          await campaigns.create(known[2], ['briefing']);
        }
        const agree = async () => {
          const headers = await campaigns.list(workspaceId, 100, undefined, true);
          const open = headers.rows.filter(({ status }) => isListed(status)).map(({ id }) => id);
          const underWay = await campaigns.listUnderWay(workspaceId, later(now));
          expect(underWay.map(({ id }) => id)).toEqual(open);
          const asked = await campaigns.listAsked(workspaceId, later(now));
          expect(asked.map(({ campaign }) => campaign.id).sort()).toEqual(
            open.filter((id) => known.some((each) => each?.id === id && each.lastEvent > 0)).sort(),
          );
        };
        for (const { act, which, cut, minutes } of all) {
          now += minutes;
          if (act === 'read') {
            await agree();
            continue;
          }
          const before = known[which];
          const { from, to } = acts[act];
          if (!(from as readonly unknown[]).includes(before?.status)) continue;
          const campaign = before ?? headerOf(workspaceId, 'RUNNING', now);
          const reference = { workspaceId, campaignId: campaign.id };
          const begins = act === 'launch' || act === 'relaunch';
          if (begins) await campaigns.noteUnderWay(reference, before ? before.run + 1 : 1, later(now));
          if (begins && cut) continue;
          if (act === 'launch') await campaigns.create(campaign, ['briefing']);
          if (act === 'delete' && !cut) await campaigns.deleteContents(reference);
          if (act === 'delete') await campaigns.delete(reference);
          if (act === 'ask')
            await campaigns.count(reference, {
              events: 1,
              once: { phaseId: 'strategy', name: `${campaign.lastEvent} WAITING_VALIDATION` },
              now: later(now).toISOString(),
            });
          if (act === 'relaunch')
            await campaigns.relaunch(reference, {
              run: campaign.run + 1,
              reopenedPhases: [],
              events: 0,
              now: later(now).toISOString(),
            });
          else if (before && to && act !== 'ask')
            await campaigns.changeStatus(reference, [before.status], to, later(now).toISOString(), false);
          known[which] = to && {
            ...campaign,
            status: to,
            run: campaign.run + (act === 'relaunch' ? 1 : 0),
            lastEvent: campaign.lastEvent + (act === 'ask' ? 1 : 0),
          };
        }
        await agree();
        now += 24 * 60 + 1;
        await agree();
        await agree();
        const rows = await memory.table.queryAll(lists.underWay(workspaceId), z.object({ sk: z.string() }));
        const notOver = known.flatMap((each) => (each && isListed(each.status) ? [each.id] : []));
        expect(rows.map(({ sk }) => sk).filter((id) => known.every((each) => each?.id !== id))).toEqual([]);
        expect(notOver.filter((id) => !rows.some(({ sk }) => sk === id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('costs what is under way, whatever there was before, and is rid of what is over by being read', async () => {
    const { campaigns } = repositoriesOf(memory.table);
    const workspaceId = newWorkspace();
    await campaigns.listAsked(workspaceId, start); // the list begins
    for (let place = 0; place < 60; place += 1) {
      const header = headerOf(workspaceId, place === 0 ? 'RUNNING' : 'COMPLETED', place);
      await campaigns.noteUnderWay({ workspaceId, campaignId: header.id }, 1, later(place));
      await campaigns.create(header, ['briefing']);
    }
    const read = async () => {
      units = [];
      const found = await campaigns.listUnderWay(workspaceId, later(120));
      return { found: found.length, requests: units.length, units: units.reduce((sum, used) => sum + used, 0) };
    };
    for (let round = 0; round < 3; round += 1) expect((await read()).found).toBe(1);

    expect(await read()).toEqual({ found: 1, requests: 3, units: 1.5 });
  });

  it('keeps a campaign that is relaunched while it is taken off', async () => {
    const { campaigns } = repositoriesOf(memory.table);
    const workspaceId = newWorkspace();
    await campaigns.listAsked(workspaceId, start);
    const header = headerOf(workspaceId, 'CANCELLED', 1);
    const reference = { workspaceId, campaignId: header.id };
    await campaigns.create(header, ['briefing']);
    // Put on for its next run, by somebody who has not changed its status yet.
    await campaigns.noteUnderWay(reference, 2, later(1));
    expect(await campaigns.listUnderWay(workspaceId, later(120))).toEqual([]);
    await campaigns.changeStatus(reference, ['CANCELLED'], 'RUNNING', start.toISOString(), false);

    expect((await campaigns.listUnderWay(workspaceId, later(121))).map(({ id }) => id)).toEqual([header.id]);
  });
});
