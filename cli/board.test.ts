import { describe, expect, it } from 'vitest';
import { withProgress } from '../shared/client/phase-progress.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import { sampleExportData } from '../shared/export/testing/sample-export-data.ts';
import { dollars, elapsedText, eventLine, renderBoard } from './board.ts';

const now = new Date('2026-11-23T08:00:30.000Z');
const boardOf = (campaign: CampaignDetail, columns = 100): string[] =>
  renderBoard({ campaign, now, columns, colour: false });

const runningCampaign = (): CampaignDetail => {
  const { finishedAt: _finishedAt, ...campaign } = sampleExportData().campaign;
  const statuses: Record<string, Partial<CampaignDetail['phases'][number]>> = {
    seo: { status: 'WAITING_VALIDATION' },
    copy: { status: 'FAILED', failure: { name: 'OutputInvalid', reason: 'The answer had no title' } },
    content: { status: 'IDLE', waitsFor: ['seo', 'scriptwriting'] },
    visuals: { status: 'RUNNING', attempt: 2, startedAt: '2026-11-23T08:00:20.000Z' },
    video: { status: 'SKIPPED', skippedBecause: { kind: 'said', words: 'No budget for it' } },
  };
  const phases = campaign.phases.map(({ finishedAt: _finished, ...phase }) => ({ ...phase, ...statuses[phase.id] }));
  return { ...campaign, status: 'RUNNING', finishedPhaseCount: 7, phases };
};

describe('the board', () => {
  it('tells the status of each phase by icon and word, and why it stands still', () => {
    const board = boardOf(runningCampaign()).join('\n');

    expect(board).toMatch(/\? SEO\s+waits for you/);
    expect(board).toMatch(/✗ Copy\s+failed\s.*The answer had no title/);
    expect(board).toMatch(/· Article\s+blocked\s+blocked by SEO, Scripts/);
    expect(board).toMatch(/◐ A\/B visuals\s+running\s+10\.0s\s+attempt 2/);
    expect(board).toMatch(/↷ A\/B videos\s+skipped\s+No budget for it/);
    expect(board).toMatch(/✓ Strategy\s+done/);
  });

  it('shows under a running phase what its model is at, and nothing of it once the phase has ended', () => {
    const campaign = runningCampaign();
    const progress = withProgress(
      {},
      {
        ...{ type: 'phase:progress', campaignId: campaign.id, at: now.toISOString() },
        data: {
          ...{ phaseId: 'visuals', attempt: 2, kind: 'text', model: 'maker/model-1', characters: 1234 },
          ...{ lastSentence: 'A \u001b[2Jquiet morning.', elapsedMilliseconds: 4000, costMicroUsd: 2100 },
        },
      },
      now.getTime() - 500,
    );
    const lines = renderBoard({ campaign, now, columns: 100, colour: false, progress });
    const at = lines.findIndex((line) => line.includes('A/B visuals'));
    expect(lines[at + 1]).toBe('    maker/model-1 · 4.5s · 1234 characters · about $0.0021 · “A  [2Jquiet morning.”');

    const ended = campaign.phases.map((phase) =>
      phase.id === 'visuals' ? { ...phase, status: 'COMPLETED' as const } : phase,
    );
    const after = renderBoard({ campaign: { ...campaign, phases: ended }, now, columns: 100, colour: false, progress });
    expect(after.join('\n')).not.toContain('maker/model-1');
  });

  it('sums up progress, time and money', () => {
    expect(boardOf(runningCampaign()).at(-1)).toContain('7/11 phases · 30.0s · AI $0.12 of $2.00 · running');
  });

  it('is never wider than the screen', () => {
    const campaign = { ...runningCampaign(), name: 'long '.repeat(60) };
    campaign.phases.forEach((phase) => {
      phase.failure = { name: 'x', reason: 'because '.repeat(40) };
    });

    for (const columns of [60, 80, 120]) {
      for (const line of boardOf(campaign, columns)) expect([...line].length).toBeLessThanOrEqual(columns);
    }
  });

  it('colours only when asked, and lets no name steer the terminal', () => {
    const campaign = { ...runningCampaign(), name: 'Evil\u001b[2J\nname' };

    const escapeSign = String.fromCharCode(27);
    expect(boardOf(campaign).join('\n')).not.toContain(escapeSign);
    expect(boardOf(campaign)[0]).toContain('Evil');
    expect(renderBoard({ campaign, now, columns: 100, colour: true }).join('\n')).toContain(`${escapeSign}[`);
  });

  it('has a line for what happened, in the words of the board', () => {
    const campaign = runningCampaign();
    const line = eventLine(campaign, {
      type: 'phase:status',
      number: 1,
      campaignId: campaign.id,
      at: '2026-11-23T08:00:07.000Z',
      data: { phaseId: 'seo', status: 'SKIPPED', attempt: 1, skippedBecause: { kind: 'said', words: 'not needed' } },
    });

    expect(line).toBe('08:00:07 ↷ SEO: skipped (not needed)');
  });

  it('writes small sums and long times readably', () => {
    expect([0, 4_200, 1_234_567].map(dollars)).toEqual(['$0.00', '$0.0042', '$1.23']);
    expect([950, 61_000, 3_720_000].map(elapsedText)).toEqual(['0.9s', '1m01s', '1h02m']);
  });
});
