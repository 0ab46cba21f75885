// Whole campaigns with a key and an address in the environment and nothing else: every text, picture and film comes over HTTP from a provider on
// loopback, and its own bill is what our accounts are held against.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ModelCall } from '../../shared/contracts/usage.ts';
import type { Journey } from '../e2e/journey.ts';
import type { AgentAnswers } from '../support/fake-provider/agent-answers.ts';
import { answers, fails } from '../support/fake-provider/behaviour.ts';
import {
  answersOfBoth,
  costsIn,
  englishBrief,
  exportOf,
  filesBelow,
  frenchBrief,
  type Provider,
  secretKey,
  settingsOf,
  startProvider,
  startWorld,
  sum,
  usual,
  type World,
} from './world.ts';

let recorded: AgentAnswers;
let provider: Provider;
let world: World;
beforeAll(async () => {
  recorded = await answersOfBoth();
  provider = await startProvider(recorded);
  world = await startWorld(settingsOf(provider));
});
afterAll(async () => {
  await world.stop();
  await provider.stop();
});
beforeEach(() => {
  provider.reset();
  provider.behave = (request) => usual(recorded, request);
});

const headerOf = ({ user, at }: Journey) => user.client.call('getCampaign', at);
const callsOf = async ({ user, at }: Journey) => (await user.client.call('listModelCalls', at)).calls;
/** How a campaign ended that nobody must help: COMPLETED, or why a phase of it stopped. */
const endOf = ({ follower }: Journey): Promise<string> =>
  Promise.race([
    follower.untilFinished(),
    follower.until('phase:error').then(({ data }) => `${data.phaseId}: ${data.failure.name}: ${data.failure.reason}`),
  ]);
/** Approves whatever waits for a person, as it comes, until the campaign has ended. */
async function approveAll({ user, follower, on }: Journey): Promise<string> {
  const ended = follower.untilFinished();
  const decided = new Set<number>();
  const next = () =>
    follower.until('phase:status', ({ number, data }) => data.status === 'WAITING_VALIDATION' && !decided.has(number));
  for (;;) {
    const event = await Promise.race([ended, next()]);
    if (typeof event === 'string') return event;
    decided.add(event.number);
    await user.client.call('approvePhase', on(event.data.phaseId));
  }
}
/** What an agent was asked, text calls only. */
const textsAsked = (agent: string) =>
  provider.requests.filter(
    (request) => request.path.endsWith('/chat/completions') && recorded.agentOf(request) === agent,
  );

/** The two accounts of the export and the campaign's own figure say the same, call by call; answers with it. */
async function accountOf(campaign: Journey): Promise<number> {
  const { spentMicroUsd, committedMicroUsd } = await headerOf(campaign);
  const { listed, total, traced } = costsIn(await exportOf(campaign));
  expect(traced).toEqual(listed);
  expect([total, sum(listed.values()), spentMicroUsd, committedMicroUsd]).toEqual(Array(4).fill(total));
  return spentMicroUsd;
}

describe('a campaign in each mode', () => {
  it('runs to its export by real calls, and its accounts add up to the provider’s own bill', async () => {
    const campaigns = await Promise.all([
      world.launch({ ...frenchBrief, governanceMode: 'AUTO' }),
      world.launch({ ...englishBrief, governanceMode: 'SEMI_AUTO' }),
      world.launch({ ...englishBrief, governanceMode: 'GUIDED' }),
    ]);
    expect(await Promise.all(campaigns.map(approveAll))).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);

    const spent = await Promise.all(campaigns.map(accountOf));
    expect(provider.billMicroUsd).toBeGreaterThan(0);
    expect(sum(spent)).toBe(provider.billMicroUsd);
    const calls = (await Promise.all(campaigns.map(callsOf))).flat();
    expect(new Set(calls.map(({ provider: name, status }) => `${name} ${status}`))).toEqual(
      new Set(['openrouter SETTLED']),
    );
    const settled = (kinds: readonly ModelCall[]) =>
      kinds.map(({ costMicroUsd }) => costMicroUsd).sort((one, other) => one - other);
    expect(settled(calls)).toEqual(provider.charges.map(({ microUsd }) => microUsd).sort((one, other) => one - other));
  });
});

it('a campaign that is launched again pays nothing for what its workspace was answered before', async () => {
  // Whom the router asks is a draw, and what one model answered is not taken for another's: here the models are named.
  const texts = { model: 'google/gemini-3.1-flash-lite' };
  const agentConfiguration = { MarketAnalyst: texts, CMO: texts, Scriptwriter: texts, SEO: texts, Copywriter: texts };
  const brief = { ...englishBrief, briefData: { ...englishBrief.briefData, agentConfiguration } };
  const first = await world.launch({ ...brief, governanceMode: 'AUTO' });
  expect(await endOf(first)).toBe('COMPLETED');
  const bill = provider.billMicroUsd;
  const again = await world.launch({ ...brief, governanceMode: 'AUTO' }, first.user);
  expect(await endOf(again)).toBe('COMPLETED');
  const calls = await callsOf(again);
  const [cached, paid] = [true, false].map((is) => calls.filter(({ status }) => (status === 'CACHED') === is));
  expect(cached?.length).toBeGreaterThanOrEqual(4);
  expect(sum((paid ?? []).map(({ costMicroUsd }) => costMicroUsd))).toBe(provider.billMicroUsd - bill);
  expect(await accountOf(again)).toBe(provider.billMicroUsd - bill);
});

describe('the money of a campaign', () => {
  it('stops it at its cap before the call that could pass it, and a raised cap lets it go on without paying anything twice', async () => {
    const ordered = provider.media.orders.length;
    const campaign = await world.launch({ ...englishBrief, governanceMode: 'AUTO', aiBudgetUsd: 1 });
    await campaign.follower.untilPhase('video', 'BUDGET_HOLD');
    const held = await headerOf(campaign);
    expect(held.committedMicroUsd).toBeLessThanOrEqual(1_000_000);
    expect(provider.media.orders.length - ordered).toBeLessThan(2);
    await campaign.user.client.call('changeCampaign', { ...campaign.at, body: { aiBudgetUsd: 20 } });
    await campaign.user.client.call('retryPhase', { ...campaign.on('video'), body: {} });
    expect(await campaign.follower.untilFinished()).toBe('COMPLETED');
    expect(await accountOf(campaign)).toBe(provider.billMicroUsd);
    expect(provider.media.orders.length - ordered).toBe(2);
  });
});

describe('an answer that stays invalid', () => {
  it('parks the phase after its repair and the other models; the model that a person picks ends it', async () => {
    const picked = 'anthropic/claude-haiku-4.5';
    let hasPicked = false; // until then none of them can: whom the router asks is a draw
    provider.behave = (request) =>
      request.path.endsWith('/chat/completions') &&
      recorded.agentOf(request) === 'SEO' &&
      !(hasPicked && request.model === picked)
        ? answers({ text: '{"nonsense":true}', usage: { inputTokens: 900, outputTokens: 9 } })
        : usual(recorded, request);
    const campaign = await world.launch({ ...englishBrief, governanceMode: 'AUTO' });
    await campaign.follower.untilPhase('seo', 'FAILED');
    const { failure } = (await headerOf(campaign)).phases.find(({ id }) => id === 'seo') ?? {};
    expect(failure).toMatchObject({ name: 'OutputInvalid' });
    hasPicked = true;
    await campaign.user.client.call('retryPhase', { ...campaign.on('seo'), body: { model: picked } });
    expect(await campaign.follower.untilFinished()).toBe('COMPLETED');
    const last = (await callsOf(campaign)).filter(({ agent }) => agent === 'SEO').at(-1);
    expect(last).toMatchObject({ status: 'SETTLED', model: picked });
    expect(await accountOf(campaign)).toBe(provider.billMicroUsd);
  });
});

describe('kill -9 in the middle of a paid call', () => {
  it('pays for nothing again that was finished, and counts the call whose answer nobody heard at its worst', async () => {
    let isHanging = true;
    const { promise: hangs, resolve: hang } = Promise.withResolvers<void>();
    provider.behave = (request) => {
      if (!isHanging || recorded.agentOf(request) !== 'ContentWriter') return usual(recorded, request);
      isHanging = false;
      hang();
      return { does: 'hang', billMicroUsd: 4321 };
    };
    const campaign = await world.launch({ ...englishBrief, governanceMode: 'AUTO' });
    await campaign.follower.untilPhase('visuals', 'COMPLETED');
    await hangs;
    await world.killAndRestart();
    expect(await campaign.follower.untilFinished()).toBe('COMPLETED');

    const once = ['MarketAnalyst', 'CMO', 'Scriptwriter', 'SEO'];
    expect(once.map((agent) => textsAsked(agent).length)).toEqual(once.map(() => 1));
    expect(textsAsked('ContentWriter')).toHaveLength(2);
    const calls = await callsOf(campaign);
    const lost = calls.filter(({ status }) => status === 'LOST');
    expect(lost.map(({ agent }) => agent)).toContain('ContentWriter');
    for (const { costMicroUsd, reservedMicroUsd } of lost) expect(costMicroUsd).toBe(reservedMicroUsd);
    const heard = provider.billMicroUsd - 4321;
    expect(sum(calls.filter(({ status }) => status !== 'LOST').map(({ costMicroUsd }) => costMicroUsd))).toBe(heard);
    expect(await accountOf(campaign)).toBeGreaterThanOrEqual(provider.billMicroUsd);
  });
});

describe('an outage', () => {
  it('of the provider that is asked first is survived by another, and each is paid for what it did', async () => {
    const second = await startProvider(recorded);
    const both = await startWorld({
      ...settingsOf(provider),
      ...{ OPENAI_COMPATIBLE_BASE_URL: second.url, OPENAI_COMPATIBLE_API_KEY: secretKey },
      ...{ OPENAI_COMPATIBLE_MODEL: 'small-one', OPENAI_COMPATIBLE_PRICE: '0.5/2' },
    });
    let down: Provider | undefined;
    for (const one of [provider, second])
      one.behave = (request) => {
        if (!request.path.endsWith('/chat/completions')) return usual(recorded, request);
        down ??= one;
        return down === one ? fails(503) : usual(recorded, request);
      };
    try {
      const campaign = await both.launch({ ...englishBrief, governanceMode: 'AUTO' });
      expect(await endOf(campaign)).toBe('COMPLETED');
      const { calls } = await campaign.user.client.call('listModelCalls', campaign.at);
      const costOf = (named: (name: string) => boolean) =>
        sum(calls.filter((call) => named(call.provider)).map((call) => call.costMicroUsd));
      expect([costOf((name) => name === 'openrouter'), costOf((name) => name !== 'openrouter')]).toEqual([
        provider.billMicroUsd,
        second.billMicroUsd,
      ]);
      const failed = calls.filter(({ status }) => status === 'FAILED').map(({ provider: name }) => name);
      const written = calls.filter(({ kind, status }) => kind === 'text' && status === 'SETTLED');
      expect(new Set([...failed, ...written.map(({ provider: name }) => name)]).size).toBe(2);
      expect(new Set(written.map(({ agent }) => agent)).size).toBe(8);
    } finally {
      await both.stop();
      await second.stop();
    }
  });
});

it('the key is in no file, no log and no answer', async () => {
  const files = await filesBelow(world.directory);
  expect(files.some(({ path }) => path.endsWith('platform.log'))).toBe(true);
  expect(files.filter(({ bytes }) => bytes.includes(secretKey)).map(({ path }) => path)).toEqual([]);
  expect(world.heard.length).toBeGreaterThan(20);
  expect(world.heard.filter((answer) => answer.includes(secretKey))).toEqual([]);
  expect(provider.requests.every(({ headers }) => headers['authorization'] === `Bearer ${secretKey}`)).toBe(true);
});
