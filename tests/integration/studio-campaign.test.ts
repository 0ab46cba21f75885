// An example brief from launch to files on disk: the real agents, the real offline studio and everything in between, over HTTP, in full size. Films are
// short, but whole where `WHOLE_FILMS=1` says so, as `.ci/run` does.
import { describe, expect, it, vi } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { checkCampaign, exampleBrief, kinds, launch, outputOf } from '../support/studio-campaign.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

vi.mock(import('../../studio/offline-studio.ts'), async (original) => {
  const { filmsAreWhole, withShortFilms } = await import('../support/short-films.ts');
  const { offlineStudio, ...others } = await original();
  return { ...others, offlineStudio: filmsAreWhole ? offlineStudio : withShortFilms(offlineStudio) };
});

const platform = scratchPlatform((directory) => startPlatform({ directory, onError: noteUnexpectedError }));

/** Films in HD are encoded here, four of them: seconds of two idle cores, and minutes of busy ones. */
const videoMilliseconds = 240_000;

describe('the English brief in SEMI_AUTO', () => {
  it(
    'is steered by a person: feedback changes the strategy, the choice changes the film',
    async () => {
      const brief = await exampleBrief('examples/saas-launch.json');
      const { user, id, follower, phase } = await launch(platform, brief);
      await follower.untilPhase('strategy', 'WAITING_VALIDATION', 1);
      const first = await outputOf(user, id, 'strategy', 'CMO');
      await user.client.call('rejectPhase', {
        ...phase('strategy'),
        body: { feedback: 'Mention the free safety audit.' },
      });
      await follower.untilPhase('strategy', 'WAITING_VALIDATION', 2);
      const second = await outputOf(user, id, 'strategy', 'CMO');
      expect(second).not.toEqual(first);
      expect(JSON.stringify(first)).not.toContain('free safety audit');
      expect(JSON.stringify(second)).toContain('free safety audit');
      await user.client.call('approvePhase', phase('strategy'));

      await follower.untilPhase('visuals', 'WAITING_VALIDATION');
      const { visuals, validatedVisual } = await outputOf(user, id, 'visuals', 'designer');
      const other = visuals.find(({ variant }) => variant !== validatedVisual.variant);
      await user.client.call('approvePhase', { ...phase('visuals'), body: { choice: other?.variant } });
      for (const phaseId of ['video', 'distribution']) {
        await follower.untilPhase(phaseId, 'WAITING_VALIDATION');
        await user.client.call('approvePhase', phase(phaseId));
      }
      expect(await follower.untilFinished()).toBe('COMPLETED');
      follower.close();

      const assets = await checkCampaign(user, id, brief);
      expect(kinds(assets)).toEqual(['image A 1', 'image B 1', 'video A 1', 'video B 1']);
      const statusOf = (assetId: string | undefined) => assets.find((asset) => asset.id === assetId)?.status;
      expect([statusOf(other?.assetId), statusOf(validatedVisual.assetId)]).toEqual(['approved', 'rejected']);
      const { approvals } = await user.client.call('getPhase', phase('strategy'));
      expect(approvals.map(({ attempt, decision, feedback }) => [attempt, decision, feedback])).toEqual([
        [1, 'REJECTED', 'Mention the free safety audit.'],
        [2, 'APPROVED', undefined],
      ]);
    },
    videoMilliseconds,
  );
});
