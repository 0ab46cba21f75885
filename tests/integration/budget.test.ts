// The money cap: models that cost, agents that call them at once, and a cap that is never passed. Everything but models and agents is real.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentRegistry, AgentResult, AgentTools } from '../../shared/agents/agent.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { ModelRefused, ModelUnavailable } from '../../shared/models/errors.ts';
import { briefOf, type Follower, follow, problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import {
  type Behaviour,
  paidModels,
  sampleText,
  sampleVideo,
  sampleVisual,
  variantOf,
} from '../support/fake-models.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

const price = { worstCaseMicroUsd: 100_000, costMicroUsd: 40_000 };

/** What models and agents do in the test that runs now. */
let models: Partial<Behaviour> = {};
let work: (tools: AgentTools, phaseId: string) => Promise<unknown> = async () => undefined;

const scripted = simulatedAgents(async ({ tools, phaseId }) => void (await work(tools, phaseId)));
/** The first agent may also answer that its job is still running: `work` says so. */
const agents: AgentRegistry = {
  ...scripted,
  MarketAnalyst: {
    id: 'MarketAnalyst',
    async run(_input, tools): Promise<AgentResult<AgentOutput<'MarketAnalyst'>>> {
      const answer = await work(tools, 'research');
      return answer === 'pending'
        ? { status: 'pending', askAgainSeconds: 1 }
        : { status: 'done', output: sampleOutputs.MarketAnalyst };
    },
  },
};
const platform = scratchPlatform((directory) =>
  startPlatformWithAgents({ directory, agents, models: paidModels(price, () => models) }),
);
let user: User;
const followers: Follower[] = [];
beforeEach(async () => {
  models = {};
  work = async () => undefined;
  user = await registerUser(platform);
});
afterEach(async () => {
  for (const follower of followers.splice(0)) follower.close();
  const { campaigns } = await user.client.call('listCampaigns');
  await Promise.all(campaigns.map(({ id }) => user.client.call('deleteCampaign', { params: { campaignId: id } })));
});

/** A campaign with the cap; in GUIDED it stops after its first phase, which is enough for most questions about money. */
async function launch(aiBudgetUsd: number, governanceMode: 'AUTO' | 'GUIDED' = 'GUIDED') {
  const { id } = await user.client.call('createCampaign', { body: briefOf({ aiBudgetUsd, governanceMode }) });
  const follower = follow(platform, user, id);
  followers.push(follower);
  const at = { params: { campaignId: id } };
  return {
    follower,
    research: { params: { campaignId: id, phaseId: 'research' } },
    phase: (phaseId: string) => ({ params: { campaignId: id, phaseId } }),
    money: async () => {
      const { aiCapMicroUsd, committedMicroUsd, spentMicroUsd } = await user.client.call('getCampaign', at);
      return { cap: aiCapMicroUsd, committed: committedMicroUsd, spent: spentMicroUsd };
    },
    calls: async () => (await user.client.call('listModelCalls', at)).calls,
    moveCap: (usd: number) => user.client.call('changeCampaign', { ...at, body: { aiBudgetUsd: usd } }),
  };
}
const sum = (calls: readonly { costMicroUsd: number }[]) => calls.reduce((total, call) => total + call.costMicroUsd, 0);
const costEvents = (events: readonly LiveEvent[]) =>
  events.flatMap((event) => (event.type === 'cost:updated' ? [event.data] : []));
/** A promise and the function that fulfils it. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

describe('phases in parallel', () => {
  it('never pass the cap together; those it stops wait for a person, and go on once it is raised', async () => {
    // Research and strategy make 3 calls each: $0.24. Then three phases want 9 reservations of $0.10 at once; 5 fit under $0.74.
    const fiveInFlight = gate();
    let isCrowded = false;
    let inFlight = 0;
    let mostCommitted = 0;
    const campaign = await launch(0.74, 'AUTO');
    const call = async () => {
      if (!isCrowded) return;
      inFlight += 1;
      if (inFlight === 5) {
        mostCommitted = (await campaign.money()).committed;
        fiveInFlight.open();
      }
      await fiveInFlight.opened;
    };
    models = { text: async () => call().then(() => ({ answer: 'fine' })), image: call };
    work = async (tools, phaseId) => {
      isCrowded = !['research', 'strategy'].includes(phaseId);
      const own = { prompt: `For ${phaseId}.` }; // the same request would be answered by one call
      await Promise.all([
        tools.text({ ...sampleText, ...own }),
        tools.image({ ...sampleVisual('A'), ...own }),
        tools.image({ ...sampleVisual('B'), ...own }),
      ]);
    };

    const held = await campaign.follower.until('phase:error', ({ data }) => data.failure.name === 'BudgetExceeded');
    expect(mostCommitted).toBe(740_000);
    expect(held.data.failure.reason).toMatch(
      /^The next (text|image) call may cost \$0\.1000\. With \$0\.\d{4} spent or reserved already, that passes the cap of \$0\.74\. Raise the cap to \$0\.\d\d or more and retry, or skip this phase\.$/,
    );
    await campaign.moveCap(20);
    const retried = new Set<string>();
    const retryHeld = async () => {
      for (const { data } of campaign.follower.events.flatMap((event) =>
        event.type === 'phase:status' ? [event] : [],
      ))
        if (data.status === 'BUDGET_HOLD' && !retried.has(data.phaseId)) {
          retried.add(data.phaseId);
          await user.client.call('retryPhase', campaign.phase(data.phaseId));
        }
    };
    for (const phaseId of ['scriptwriting', 'seo', 'copy']) {
      await campaign.follower.until(
        'phase:status',
        ({ data }) => data.phaseId === phaseId && ['COMPLETED', 'BUDGET_HOLD'].includes(data.status),
      );
      await retryHeld();
    }
    expect(await campaign.follower.untilFinished()).toBe('COMPLETED');

    const [{ cap, committed, spent }, calls] = await Promise.all([campaign.money(), campaign.calls()]);
    expect([cap, committed, spent]).toEqual([20_000_000, sum(calls), sum(calls)]);
    const paid = calls.filter(({ status }) => status === 'SETTLED');
    expect(calls.filter(({ status }) => status !== 'SETTLED' && status !== 'CACHED')).toEqual([]); // what was answered before the hold is taken again
    expect(spent).toBe(paid.length * price.costMicroUsd);
    expect(calls.length).toBeGreaterThanOrEqual(30);
    const figures = costEvents(campaign.follower.events);
    for (const figure of figures) {
      expect(figure.spentMicroUsd).toBeLessThanOrEqual(figure.committedMicroUsd);
      expect(figure.committedMicroUsd).toBeLessThanOrEqual(cap);
    }
    expect(figures.at(-1)).toEqual({ spentMicroUsd: spent, committedMicroUsd: committed });
    expect(figures.map(({ spentMicroUsd }) => spentMicroUsd)).toEqual(
      figures.map(({ spentMicroUsd }) => spentMicroUsd).sort((one, other) => one - other),
    );
  });

  it('settle every call that is under way before a failure of one parks the phase', async () => {
    const refused = gate();
    models = {
      image: async (variant) => {
        if (variant === 'B') {
          refused.open();
          throw new ModelRefused('not this picture');
        }
        await refused.opened;
        await new Promise((resolve) => setTimeout(resolve, 300)); // A goes on while the agent has failed already
      },
    };
    work = (tools) => Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]);
    const campaign = await launch(1);
    await campaign.follower.untilPhase('research', 'FAILED');
    expect((await campaign.calls()).map(({ id, status, costMicroUsd }) => [id, status, costMicroUsd])).toEqual([
      ['research.1.image-A', 'SETTLED', 40_000],
      ['research.1.image-B', 'FAILED', 0],
    ]);
    expect(await campaign.money()).toMatchObject({ committed: 40_000, spent: 40_000 });
  });
});

describe('the cap', () => {
  it('of nothing holds the first paid call, and the phase can be skipped', async () => {
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(0);
    const held = await campaign.follower.until('phase:error');
    expect(held.data).toEqual({
      phaseId: 'research',
      attempt: 1,
      failure: {
        name: 'BudgetExceeded',
        reason:
          'The next text call may cost $0.1000. With $0.0000 spent or reserved already, that passes the cap of $0.00. Raise the cap to $0.10 or more and retry, or skip this phase.',
        amounts: { nextMicroUsd: 100_000, committedMicroUsd: 0, capMicroUsd: 0 },
      },
    });
    await campaign.follower.untilPhase('research', 'BUDGET_HOLD');
    expect(await campaign.calls()).toEqual([]);
    const { phase } = await user.client.call('skipPhase', campaign.research);
    expect(phase.status).toBe('SKIPPED');
  });

  it('holds again when a retry comes without more money, and lets go when it comes with it', async () => {
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(0.09);
    await campaign.follower.untilPhase('research', 'BUDGET_HOLD', 1);
    await user.client.call('retryPhase', campaign.research);
    await campaign.follower.untilPhase('research', 'BUDGET_HOLD', 2);
    expect((await campaign.moveCap(0.1)).aiCapMicroUsd).toBe(100_000);
    await user.client.call('retryPhase', campaign.research);
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION', 3);
    expect(await campaign.money()).toEqual({ cap: 100_000, committed: 40_000, spent: 40_000 });
  });

  it('moves while an agent works, up or down but never below what is committed', async () => {
    const [asked, answered] = [gate(), gate()];
    models = {
      text: async () => {
        asked.open();
        await answered.opened;
        return { answer: 'fine' };
      },
    };
    work = async (tools) => {
      await tools.text(sampleText);
      await tools.image(sampleVisual('A')); // $0.04 spent and $0.10 wanted: more than the first cap
    };
    const campaign = await launch(0.12);
    await asked.opened;
    const problem = await problemOf(campaign.moveCap(0.09));
    expect([problem.status, problem.detail]).toEqual([
      409,
      'The cap cannot be below the $0.1000 already committed. Choose a higher one.',
    ]);
    expect(await campaign.money()).toEqual({ cap: 120_000, committed: 100_000, spent: 0 });
    await campaign.moveCap(0.1);
    await campaign.moveCap(0.14);
    answered.open();
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION');
    expect(await campaign.money()).toEqual({ cap: 140_000, committed: 80_000, spent: 80_000 });
  });
});

describe('people', () => {
  const alertsOf = (events: readonly LiveEvent[]) =>
    events.flatMap((event) => (event.type === 'cost:alert' ? [event.data] : []));

  it('are told once when half, four fifths and all of the cap are used, and anew when it was raised', async () => {
    work = async (tools) => {
      for (const name of ['one', 'two', 'three']) await tools.text({ ...sampleText, prompt: name });
    };
    const campaign = await launch(0.16); // three calls of $0.04, each of which may cost $0.10: the third could pass it
    await campaign.follower.untilPhase('research', 'BUDGET_HOLD', 1);
    const aiCapMicroUsd = 160_000;
    expect(alertsOf(campaign.follower.events)).toEqual([
      { percent: 50, spentMicroUsd: 80_000, committedMicroUsd: 80_000, aiCapMicroUsd },
      { percent: 100, spentMicroUsd: 80_000, committedMicroUsd: 80_000, aiCapMicroUsd },
    ]);
    await user.client.call('retryPhase', campaign.research);
    await campaign.follower.untilPhase('research', 'BUDGET_HOLD', 2);
    expect(alertsOf(campaign.follower.events)).toHaveLength(2);
    await campaign.moveCap(0.24);
    await user.client.call('retryPhase', campaign.research);
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION', 3); // the first two are not paid again
    // What the third cost is settled with the question, and told after it.
    await expect
      .poll(() => alertsOf(campaign.follower.events).slice(2))
      .toMatchObject([{ percent: 50, spentMicroUsd: 120_000, aiCapMicroUsd: 240_000 }]);
  });
});

describe('a call', () => {
  it('that is refused frees its reservation and leaves its record', async () => {
    models = {
      text: async () => {
        throw new ModelRefused('The provider does not write about this.');
      },
    };
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(1);
    const { data } = await campaign.follower.until('phase:error');
    expect(data.failure).toEqual({ name: 'ModelRefused', reason: 'The provider does not write about this.' });
    expect(await campaign.money()).toMatchObject({ committed: 0, spent: 0 });
    expect(await campaign.calls()).toMatchObject([
      {
        id: 'research.1.text-1',
        status: 'FAILED',
        costMicroUsd: 0,
        reservedMicroUsd: 100_000,
        warnings: ['ModelRefused'],
      },
    ]);
  });

  it('that found nobody is made again and paid once', async () => {
    let failures = 1;
    models = {
      text: async () => {
        if (failures-- > 0) throw new ModelUnavailable('busy');
        return { answer: 'fine' };
      },
    };
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(0.1); // room for one reservation only: the failed one must be free again
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION');
    expect(await campaign.money()).toMatchObject({ committed: 40_000, spent: 40_000 });
    expect((await campaign.calls()).map(({ id, status }) => [id, status])).toEqual([
      ['research.1.text-1', 'FAILED'],
      ['research.1.text-1.2', 'SETTLED'],
    ]);
  });

  it('that repairs an answer is counted like any other, and tells the model what was wrong', async () => {
    const prompts: string[] = [];
    models = {
      text: async ({ prompt }) => {
        prompts.push(prompt);
        return prompts.length === 1 ? { reply: 'wrong key' } : { answer: 'fine' };
      },
    };
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(1);
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION');
    expect((await campaign.calls()).map(({ id, status, costMicroUsd }) => [id, status, costMicroUsd])).toEqual([
      ['research.1.text-1', 'SETTLED', 40_000],
      ['research.1.text-2', 'SETTLED', 40_000],
    ]);
    expect(await campaign.money()).toMatchObject({ committed: 80_000, spent: 80_000 });
    expect(prompts[1]).toContain('#/answer');
    expect(prompts[1]).toContain('reply is not a known field');
  });

  it('is repaired once only: then the phase says what does not fit, and both calls stay counted', async () => {
    models = { text: async () => ({ answer: { said: 7 } }) };
    work = (tools) => tools.text(sampleText);
    const campaign = await launch(1);
    const { data } = await campaign.follower.until('phase:error');
    expect(data.failure.name).toBe('OutputInvalid');
    expect(data.failure.reason).toContain('#/answer');
    expect(await campaign.calls()).toHaveLength(2);
    expect(await campaign.money()).toMatchObject({ committed: 80_000, spent: 80_000 });
  });
});

describe('a long video job', () => {
  it('keeps its reservation while it runs, is not ordered twice, and settles when it is done', async () => {
    const orders: string[] = [];
    const polled = gate();
    let isDone = false;
    models = {
      submit: async (request) => {
        orders.push(variantOf(request));
        return 'pending';
      },
      poll: async () => {
        polled.open();
        return isDone ? 'done' : 'pending';
      },
    };
    work = async (tools) => ('assetId' in (await tools.video(sampleVideo('A'))) ? 'done' : 'pending');
    const campaign = await launch(1);
    await polled.opened;
    expect(await campaign.money()).toMatchObject({ committed: 100_000, spent: 0 });
    expect(await campaign.calls()).toMatchObject([{ id: 'research.1.video-A', status: 'RESERVED', costMicroUsd: 0 }]);
    isDone = true;
    await campaign.follower.untilPhase('research', 'WAITING_VALIDATION');
    expect(orders).toEqual(['A']);
    expect(await campaign.money()).toMatchObject({ committed: 40_000, spent: 40_000 });
    expect(await campaign.calls()).toMatchObject([
      { id: 'research.1.video-A', status: 'SETTLED', costMicroUsd: 40_000 },
    ]);
  });

  it('that the provider gives up frees its reservation', async () => {
    models = {
      submit: async () => 'pending',
      poll: async () => {
        throw new ModelRefused('The film was not made.');
      },
    };
    work = async (tools) => ('assetId' in (await tools.video(sampleVideo('A'))) ? 'done' : 'pending');
    const campaign = await launch(1);
    await campaign.follower.untilPhase('research', 'FAILED');
    expect(await campaign.money()).toMatchObject({ committed: 0, spent: 0 });
    expect(await campaign.calls()).toMatchObject([{ status: 'FAILED', costMicroUsd: 0 }]);
  });
});
