// The models of one attempt: what is asked of the router, and what is learnt, with a router that only notes it.
import { describe, expect, it } from 'vitest';
import { sampleCall } from '../../tests/support/account-books.ts';
import { sampleHeader, samplePhase } from '../../tests/support/one-phase.ts';
import type { AgentId } from '../contracts/agents.ts';
import type { ChoiceReason } from '../contracts/reasons.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { armOf, type Told } from '../data/bandit-statistics.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import type { Ledger } from '../generation/ledger.ts';
import type { Router, Routing } from '../generation/router/router.ts';
import type { HeardCall, NamedCall } from '../generation/router/watch-ledger.ts';
import { answererOf, learnFrom, routeAttempt } from './route-attempt.ts';

const reference = { workspaceId: 'wsp_one', campaignId: sampleHeader.id, phaseId: 'phase' };
const card = { provider: 'vendor', id: 'writer-1', isTrained: true, secondsPerCall: { text: 1 }, price: { since: '' } };
const [one, two] = ['writer-1', 'writer-2'].map((id) => armOf({ provider: 'vendor', id })) as [string, string];
const drawn: Routing = { arms: [one, two], because: { kind: 'drawn', of: 2, criterion: 'cost' } };

interface Story {
  readonly agent?: AgentId;
  readonly phase?: Partial<PhaseRecord>;
  readonly isNewAttempt?: boolean;
  readonly routing?: Routing | undefined;
  readonly tries?: readonly ModelCall[];
  readonly committedMicroUsd?: number;
}

/** An attempt that is routed, with what was asked of router and records. */
async function routed({ agent = 'CMO', phase = {}, isNewAttempt = true, routing, tries = [], committedMicroUsd = 300 }: Story) {
  const asked = { draws: [] as unknown[][], choices: [] as unknown[][], names: [] as string[] };
  const heard: HeardCall[] = [];
  const router = {
    async draw(...draw: unknown[]) {
      asked.draws.push(draw);
      return routing;
    },
    async choose(...choice: unknown[]) {
      asked.choices.push(choice);
      return { models: [{ card }], because: () => ({ kind: 'first' }) };
    },
    candidates: (kind: string, named: string) => [`${kind} ${named}`],
  } as unknown as Router;
  const attempt = { isNewAttempt, reference, phase: samplePhase(agent, phase), campaign: { ...sampleHeader, committedMicroUsd } };
  const calls = {
    async triesOf(_reference: unknown, name: string) {
      asked.names.push(name);
      return [...tries];
    },
  };
  const route = await routeAttempt({ router, calls, clock: () => new Date(0) }, attempt, (call) => heard.push(call));
  return { asked, heard, route };
} // biome-ignore format: a stage

describe('the order of an attempt', () => {
  it('is drawn by its agent, language, wish and name', async () => {
    const { asked } = await routed({ phase: { criterion: 'cost', model: 'writer-2', attempt: 3 } });
    const cell = { workspaceId: 'wsp_one', agent: 'CMO', language: 'fr' };
    expect(asked.draws).toEqual([
      ['text', { ...cell, criterion: 'cost', named: 'writer-2', decision: `${sampleHeader.id}/phase.3` }],
    ]);
    expect((await routed({})).asked.draws[0]?.[1]).toMatchObject({ criterion: 'balanced', named: undefined });
  });

  it('is none where no model works', async () => {
    expect((await routed({ agent: 'Human' })).asked.draws).toEqual([]);
  });

  it.each<[AgentId, string]>([
    ['CMO', 'phase.1.text-1'],
    ['designer', 'phase.1.image-A'],
    ['video-producer', 'phase.1.video-A'],
  ])('begins again with the model that was asked last, as the first call of %s says', async (agent, name) => {
    const asked = (id: string, because?: ChoiceReason) => sampleCall(name, { model: id, ...(because ? { chosenBecause: because } : {}) });
    const { asked: looked, route } = await routed({ agent, isNewAttempt: false, routing: drawn, tries: [asked('writer-1'), asked('writer-2', { kind: 'after-others' })] });
    expect(looked.names).toEqual([name]);
    await route.choose('text', {});
    expect(looked.choices[0]?.[1]).toMatchObject({ routing: { arms: [two, one], because: { kind: 'after-others' } } });
    const silent = await routed({ agent, isNewAttempt: false, routing: drawn, tries: [asked('writer-2')] });
    await silent.route.choose('text', {});
    expect(silent.asked.choices[0]?.[1]).toMatchObject({ routing: { arms: [two, one], because: drawn.because } });
  }); // biome-ignore format: a story

  it.each<[string, Story, Routing | undefined]>([
    ['of a new attempt is the one that was drawn', { routing: drawn, tries: [sampleCall('x', { model: 'writer-2' })] }, drawn],
    ['of a run that asked nobody is, too', { isNewAttempt: false, routing: drawn }, drawn],
    ['is none where none was drawn', { isNewAttempt: false, tries: [sampleCall('x')] }, undefined],
  ])('%s', async (_what, story, routing) => {
    const { asked, route } = await routed(story);
    await route.choose('text', {});
    expect(asked.choices[0]?.[1]).toMatchObject({ routing });
  }); // biome-ignore format: a table
});

describe('the models of a request', () => {
  it('may cost what is left of the cap, and one call no more than its share, unless a person named the model', async () => {
    const most = { inputTokens: 5 };
    const { asked, route } = await routed({});
    expect(await route.choose('text', most)).toEqual([{ card }]);
    expect(asked.choices).toEqual([
      ['text', { named: undefined, routing: undefined, most, leftMicroUsd: 700, capMicroUsd: 1000 }],
    ]);
    const named = await routed({ phase: { model: 'writer-1' }, committedMicroUsd: 1200 });
    await named.route.choose('text', most);
    expect(named.asked.choices[0]?.[1]).toMatchObject({ named: 'writer-1', leftMicroUsd: 0, capMicroUsd: undefined });
  });

  it('that has a job is asked, whatever is thought of it', async () => {
    expect((await routed({})).route.ofJob('video', 'film-1')).toEqual(['video film-1']);
  });

  it.each([
    [drawn, 1],
    [undefined, 0],
  ])('are heard of where there was something to choose: %j', async (routing, times) => {
    const { heard, route } = await routed({ routing });
    const begun: unknown[] = [];
    const ledger: Ledger<NamedCall, string, string> = {
      async begin({ chosenBecause }) {
        begun.push(chosenBecause);
        return { provider: 'vendor', model: 'writer-1' };
      },
      fail: async () => {},
      settle: async (_call, _end, answer) => answer,
    };
    const watched = route.watch(ledger);
    const plan = { name: 'text-1', kind: 'text', model: card, prompt: '', worstCaseMicroUsd: 0 } as const;
    const call = await watched.begin(plan);
    await route.choose('text', {});
    await watched.begin(plan);
    expect(begun).toEqual([{ kind: 'only-one' }, { kind: 'first' }]);
    const usage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 5 };
    await watched.settle(call, { status: 'SETTLED', usage, warnings: [], doubts: [], names: {} }, 'answer');
    expect(heard).toHaveLength(times);
  });
});

describe('what an attempt teaches', () => {
  const call = (ended: HeardCall['ended'], changes: Partial<HeardCall> = {}): HeardCall => ({
    ...{ provider: 'vendor', id: 'writer-1', isTrained: true, costMicroUsd: 70, seconds: 2, ended },
    ...changes,
  });
  const attempt = (changes: Partial<PhaseRecord> = {}, agent: AgentId = 'CMO') => ({
    ...{ reference, phase: samplePhase(agent, { needsApproval: false, ...changes }), campaign: sampleHeader },
  });
  const program = call('answered', { id: 'program', isTrained: false });
  const taught = { [one]: { n: 1, v: 1, f: 1, c: 70, s: 2 } };

  it('is told under the name of its decision, of models alone', async () => {
    const told: [object, Told][] = [];
    const arms = { tell: async (...all: [object, Told]) => void told.push(all) };
    await learnFrom({ arms }, attempt({ attempt: 2 }), [call('answered'), program]);
    expect(told).toEqual([
      [
        { workspaceId: 'wsp_one', agent: 'CMO', language: 'fr' },
        { decision: `${sampleHeader.id}/phase.2`, arms: taught, isOutcome: true },
      ],
    ]);
    await learnFrom({ arms }, attempt(), []);
    await learnFrom({ arms }, attempt(), [program]);
    await learnFrom({ arms }, attempt({ model: 'writer-1' }), [call('answered')]);
    expect(told).toHaveLength(1);
  });

  it('is lost where it cannot be told, and nothing fails', async () => {
    const arms = { tell: () => Promise.reject(new Error('The table is not there')) };
    await expect(learnFrom({ arms }, attempt(), [call('answered')])).resolves.toBeUndefined();
    await expect(learnFrom({}, attempt(), [call('answered')])).resolves.toBeUndefined();
  });

  it('is of the model that answered last; with what waits for people, where they must see it', () => {
    const of = { attempt: 1, arm: one, language: 'fr' };
    expect(answererOf(attempt(), [call('answered'), call('failed', { id: 'writer-2' })])).toEqual(of);
    expect(answererOf(attempt({ needsApproval: true }), [call('answered')])).toEqual({ ...of, untold: taught });
  });

  it.each<[string, ReturnType<typeof attempt>, HeardCall[]]>([
    ['nobody answered', attempt(), [call('invalid')]],
    ['a program answered', attempt(), [call('answered'), program]],
    ['a person named the model', attempt({ model: 'writer-1' }), [call('answered')]],
    ['a person does the work', attempt({}, 'Human'), [call('answered')]],
  ])('is of no model where %s', (_what, of, calls) => expect(answererOf(of, calls)).toBeUndefined());
});
