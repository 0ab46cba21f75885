import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isGenerated } from '../../shared/contracts/asset.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';
import { approveWhenAsked, type Journey, launch } from './journey.ts';

describe('a campaign in AUTO', () => {
  it('runs to its end without a person, tells everything live, and its files can be downloaded', async () => {
    const journey = await launch({ governanceMode: 'AUTO' });
    await journey.follower.until('campaign:completed');

    await expectEveryPhaseCompleted(journey);
    await expectEventsWithoutGap(journey);
    await expectFilesToArriveWhole(journey);
    await expectAccountedCalls(journey);
  });
});

describe('a campaign in SEMI_AUTO', () => {
  it('stops at its four checkpoints, takes an edit and a choice, and completes', async () => {
    const journey = await launch({ governanceMode: 'SEMI_AUTO' });
    const { user, follower, on } = journey;
    await follower.untilPhase('strategy', 'WAITING_VALIDATION');
    const edited = await withShorterSummary(journey);
    await user.client.call('approvePhase', { ...on('strategy'), body: { editedData: edited, comment: 'shorter' } });
    await follower.untilPhase('visuals', 'WAITING_VALIDATION');
    await user.client.call('approvePhase', { ...on('visuals'), body: { choice: 'B' } });
    await approveWhenAsked(journey, 'video');
    await approveWhenAsked(journey, 'distribution');
    await follower.until('campaign:completed');

    await expectEveryPhaseCompleted(journey);
    expect(phasesThatAsked(follower.events)).toEqual(['distribution', 'strategy', 'video', 'visuals']);
    const strategy = await user.client.call('getPhase', on('strategy'));
    expect(strategy.output).toEqual(edited);
    expect(strategy.approvals).toMatchObject([
      { decision: 'APPROVED', decidedBy: user.id, feedback: 'shorter', editedPaths: ['#/strategyReport/summary'] },
    ]);
    const visuals = await user.client.call('getPhase', on('visuals'));
    expect(visuals.output).toMatchObject({ validatedVisual: { variant: 'B', chosenBy: 'person' } });
    expect(visuals.approvals).toMatchObject([{ decision: 'APPROVED', choice: 'B', editedPaths: [] }]);
  });
});

describe('a campaign in GUIDED', () => {
  it('asks a person about every phase but the optional one, and completes when all are approved', async () => {
    const journey = await launch({ governanceMode: 'GUIDED' });
    const asked = [
      'research',
      'strategy',
      'scriptwriting',
      'seo',
      'copy',
      'content',
      'visuals',
      'video',
      'distribution',
    ];
    for (const phaseId of asked) await approveWhenAsked(journey, phaseId);
    await journey.follower.until('campaign:completed');

    await expectEveryPhaseCompleted(journey);
    expect(phasesThatAsked(journey.follower.events)).toEqual([...asked].sort());
  });
});

async function expectEveryPhaseCompleted({ user, at }: Journey): Promise<void> {
  const campaign = await user.client.call('getCampaign', at);
  expect(campaign).toMatchObject({ status: 'COMPLETED', phaseCount: 11, finishedPhaseCount: 11 });
  expect(campaign.phases.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'COMPLETED'));
}

/** What came over the socket is what the API replays, in the order of its numbers. */
async function expectEventsWithoutGap({ user, follower, at }: Journey): Promise<void> {
  expect(follower.events.map(({ number }) => number)).toEqual(follower.events.map((_event, index) => index + 1));
  const replayed = await user.client.call('listEvents', { ...at, query: { limit: 500 } });
  expect(replayed.events).toEqual(JSON.parse(JSON.stringify(follower.events)));
}

async function expectFilesToArriveWhole({ user, campaignId }: Journey): Promise<void> {
  const { assets } = await user.client.call('listAssets', { query: { campaignId } });
  expect(
    assets
      .filter(isGenerated)
      .map(({ kind, variant }) => `${kind} ${variant}`)
      .sort(),
  ).toEqual(['image A', 'image B', 'video A', 'video B']);
  for (const { id, sha256, byteLength, mediaType } of assets) {
    const link = await user.client.call('downloadAsset', { params: { assetId: id } });
    const answer = await fetch(link.url);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type'), bytes.length]).toEqual([200, mediaType, byteLength]);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const altered = new URL(link.url);
    altered.searchParams.set('X-Amz-Expires', '604800');
    expect((await fetch(altered)).status).toBe(403);
  }
}

async function expectAccountedCalls({ user, at }: Journey): Promise<void> {
  const { calls } = await user.client.call('listModelCalls', at);
  const { spentMicroUsd, committedMicroUsd } = await user.client.call('getCampaign', at);
  expect(calls.length).toBeGreaterThan(0);
  expect(spentMicroUsd).toBe(calls.reduce((sum, call) => sum + call.costMicroUsd, 0));
  expect(committedMicroUsd).toBe(spentMicroUsd);
}

async function withShorterSummary({ user, on }: Journey) {
  const { output } = await user.client.call('getPhase', on('strategy'));
  if (!output || !('strategyReport' in output)) throw new Error('strategy waits for approval without a strategyReport');
  return { ...output, strategyReport: { ...output.strategyReport, summary: 'Say less, show more.' } };
}

const phasesThatAsked = (events: readonly LiveEvent[]): string[] =>
  [
    ...new Set(
      events.flatMap((event) =>
        event.type === 'phase:status' && event.data.status === 'WAITING_VALIDATION' ? [event.data.phaseId] : [],
      ),
    ),
  ].sort();
