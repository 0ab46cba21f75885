// What a step that is repeated says of a phase, or of the end of a campaign: the same moment has one number.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { type MortalProcess, mortalProcess } from '../../../tests/support/mortal-process.ts';
import { repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import { createConnections } from '../../data/connections.ts';
import { createPublisher } from '../../events/publisher.ts';
import { sampleOutputs } from '../../export/testing/sample-outputs.ts';
import { finishCampaign } from './finish-campaign.ts';
import { parkFailure } from './park-failure.ts';
import { requestApproval } from './request-approval.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let data: ReturnType<typeof repositoriesOf>;
let stored: Awaited<ReturnType<typeof storeCampaign>>;
let phase: ReturnType<typeof stored.phaseOf>['reference'];

beforeAll(async () => {
  memory = await startMemoryTable();
  data = repositoriesOf(memory.table);
});
afterAll(() => memory.stop());
beforeEach(async () => {
  stored = await storeCampaign(data);
  phase = stored.phaseOf('strategy').reference;
  await data.outputs.put(phase, 1, sampleOutputs.CMO);
  await data.phases.change(phase, { from: ['IDLE'], set: { status: 'WAITING_VALIDATION', outputAttempt: 1 } });
});

const clock = () => new Date();
/** What a step works with, in a process of its own. */
function partsOf(life: MortalProcess = mortalProcess()) {
  const table = memory.tableOf((client) => life.client(client));
  const repositories = repositoriesOf(table);
  return {
    ...repositories,
    ...createPublisher({
      ...repositories,
      clock,
      connections: createConnections(table, clock),
      sender: { send: async () => 'sent' },
      prepareAnnouncement: async () => undefined,
    }),
    tokens: { succeed: async () => true },
    clock,
  };
}
const said = async () => (await data.events.listAfter(stored.reference, 0, 100)).map(({ type }) => type);
const lastEvent = async () => (await data.campaigns.get(stored.reference))?.lastEvent;

/** Repeats a step after every moment at which its first run can die, each time on a campaign of its own. */
async function atEveryDeath(
  prepare: () => Promise<void>,
  step: (life?: MortalProcess) => Promise<unknown>,
  numbers: number,
) {
  for (let halfSteps = 0; ; halfSteps += 1) {
    await prepare();
    const life = mortalProcess(halfSteps);
    const outcome = await life.run(() => step(life));
    await step();
    await step();
    expect(await lastEvent(), `after ${halfSteps} half steps`).toBe(numbers);
    if (outcome !== 'died') return;
  }
}

const notAsked = { outcome: 'NEEDS_APPROVAL', isAsked: false } as const;
const token = { taskToken: 'token', executionStartedAt: new Date().toISOString() };

describe('a question', () => {
  const ask = (life?: MortalProcess) => requestApproval(partsOf(life))({ ...phase, ...token, run: notAsked });

  it('that is asked again after a restart shows its output once', async () => {
    await ask();
    await ask();
    expect(await said()).toEqual(['phase:output', 'phase:status', 'cost:updated']);
  });

  it('of the next attempt is said, too', async () => {
    await ask();
    await data.phases.change(phase, { from: ['WAITING_VALIDATION'], set: { attempt: 2 } });
    await ask();
    expect(await lastEvent()).toBe(6);
  });
});

it('a failure that is parked again after a restart is said once', async () => {
  const park = () => parkFailure(partsOf())({ ...phase, ...token, run: { Error: 'States.Timeout' } });
  await park();
  await park();
  expect(await said()).toEqual(['phase:error', 'phase:status']);
});

it('a step that dies at any moment and is repeated takes its numbers once', async () => {
  const prepare = async () => {
    stored = await storeCampaign(data);
    phase = stored.phaseOf('strategy').reference;
    await data.outputs.put(phase, 1, sampleOutputs.CMO);
    await data.phases.change(phase, { from: ['IDLE'], set: { status: 'WAITING_VALIDATION', outputAttempt: 1 } });
  };
  await atEveryDeath(prepare, (life) => requestApproval(partsOf(life))({ ...phase, ...token, run: notAsked }), 3);
  const run = { Error: 'States.Timeout' };
  await atEveryDeath(prepare, (life) => parkFailure(partsOf(life))({ ...phase, ...token, run }), 2);
  await atEveryDeath(prepare, (life) => finishCampaign(partsOf(life))(stored.reference), 2);
});
