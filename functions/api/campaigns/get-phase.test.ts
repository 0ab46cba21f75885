import { expect, it } from 'vitest';
import { createInvalidAnswers } from '../../../shared/data/invalid-answers.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import { getPhase } from './get-phase.ts';

it('of a failed phase hands on what its model answered last, and where it does not fit; of any other nothing', async () => {
  const memory = await startMemoryTable();
  const data = repositoriesOf(memory.table);
  const { reference: campaign, phaseOf } = await storeCampaign(data);
  const { reference } = phaseOf('strategy');
  const invalidAnswers = createInvalidAnswers(data.bucket);
  const faults = [{ pointer: '#/keyMessages', detail: 'must have 3 entries' }];
  await invalidAnswers.put(reference, 1, {
    request: 'fingerprint',
    calls: [{ ordinal: 1, kind: 'fresh', provider: 'somebody', model: 'small', why: 'unfit' }],
    faults,
    value: { summary: 'Nearly' },
    text: '{"summary":"Nearly"}',
  });
  const ask = () =>
    getPhase({ ...data, invalidAnswers })({
      params: { campaignId: campaign.campaignId, phaseId: 'strategy' },
      principal: { workspaceId: campaign.workspaceId },
    } as Parameters<ReturnType<typeof getPhase>>[0]);

  expect(await ask()).not.toHaveProperty('lastAnswer');
  await data.phases.change(reference, { from: ['IDLE'], set: { status: 'FAILED' } });

  expect((await ask()).lastAnswer).toEqual({ model: 'small', value: { summary: 'Nearly' }, faults });
  await memory.stop();
});
