// The same brief twice: what the offline studio makes depends on nothing but the brief.
import { describe, expect, it } from 'vitest';
import { agents } from '../../shared/agents/registry.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { smallStudio } from '../support/small-studio.ts';
import { checkCampaign, exampleBrief, kinds, launch, outputOf } from '../support/studio-campaign.ts';

const platform = scratchPlatform((directory) => startPlatformWithAgents({ directory, agents, models: smallStudio }));

describe('the French brief in AUTO', () => {
  it('becomes a finished campaign by itself, and the same pictures and films when it is run again', async () => {
    const brief = await exampleBrief('test-campaign.json');
    const runs = await Promise.all([launch(platform, brief), launch(platform, brief)]);
    const fingerprints: string[][] = [];
    for (const { user, id, follower } of runs) {
      expect(await follower.untilFinished()).toBe('COMPLETED');
      await follower.until('campaign:completed');
      follower.close();
      const assets = await checkCampaign(user, id, brief);
      expect(kinds(assets)).toEqual(['image A 1', 'image B 1', 'video A 1', 'video B 1']);
      fingerprints.push(assets.map(({ kind, variant, sha256 }) => `${kind} ${variant} ${sha256}`).sort());
      const { validatedVisual } = await outputOf(user, id, 'visuals', 'designer');
      expect(validatedVisual.chosenBy).toBe('score');
    }
    expect(new Set(fingerprints[0]).size).toBe(4);
    expect(fingerprints[1]).toEqual(fingerprints[0]);
  }, 120_000);
});
