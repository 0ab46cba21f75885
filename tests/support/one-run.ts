// One run of one agent over a campaign in memory, everything that it writes and says in one list, in its order: for tests of the step that runs agents,
// without a table. What can go wrong on the way is put in by the test, by the name of what is done.
import type { AgentInput, AgentResult, AgentTools } from '../../shared/agents/agent.ts';
import type { GeneratedAsset } from '../../shared/contracts/asset.ts';
import type { CampaignReference, PhaseReference } from '../../shared/contracts/identifiers.ts';
import type { ModelCall } from '../../shared/contracts/usage.ts';
import type { StoredObject } from '../../shared/data/bucket.ts';
import type { OutputValue } from '../../shared/data/outputs.ts';
import type { PhaseProgress, PhaseRecord, VideoJob } from '../../shared/data/phase-records.ts';
import type { PhaseChange } from '../../shared/data/phases.ts';
import type { Publication } from '../../shared/events/publisher.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { createRouter } from '../../shared/generation/router/router.ts';
import type { AskBill } from '../../shared/models/bill-of-call.ts';
import type { Models } from '../../shared/models/model.ts';
import type { GateAnswer } from '../../shared/playbook/gate-lookahead.ts';
import type { RunAgentParts } from '../../shared/playbook/steps/agent-run.ts';
import { runAgent } from '../../shared/playbook/steps/run-agent.ts';
import { accountBooks } from './account-books.ts';
import { freeModels } from './fake-models.ts';
import { onePhase } from './one-phase.ts';
import { simulatedAgents, type WorkingAgentId } from './simulated-agents.ts';

type Done = readonly [what: string, ...details: unknown[]];
export type Work = (input: AgentInput, tools: AgentTools) => Promise<unknown>;

interface OneRunOptions {
  readonly agent?: WorkingAgentId;
  readonly phase?: Partial<PhaseRecord>;
  /** The first is asked first, until something is learnt of them. */
  readonly models?: readonly Models[];
  /** What earlier runs have left reserved. */
  readonly reservations?: ReadonlyMap<string, number>;
  /** Records of calls that were made before. */
  readonly calls?: readonly ModelCall[];
  readonly askBill?: AskBill;
  /** How far the other phases of the campaign have come. */
  readonly others?: readonly PhaseProgress[];
  readonly finishedPhases?: readonly string[];
  /** Answers with an output of its own, or with the sample of its kind; throws what the agent fails with. */
  readonly work?: Work;
  /** Where the agent ends in another way than with an output. */
  readonly result?: (input: AgentInput, tools: AgentTools) => Promise<AgentResult<never>>;
}

export function oneRun({
  agent = 'designer',
  phase = {},
  work = async () => undefined,
  ...options
}: OneRunOptions = {}) {
  const one = onePhase(agent, { needsApproval: false, ...phase });
  const { stage, reference } = one;
  const books = accountBooks(options.calls);
  const did: Done[] = [];
  const reservations = new Map(options.reservations);
  const objects = new Map<string, StoredObject>();
  const assets = new Map<string, GeneratedAsset>();
  /** What a test lets go wrong, or happen, before something is done, by its name. */
  const before: Record<string, () => void | Promise<void>> = {};
  const note = async (...what: Done): Promise<void> => {
    await before[what[0]]?.();
    did.push(what);
  };
  const header = () =>
    stage.campaign && {
      ...{ campaign: stage.campaign, reservations: new Map(reservations), alerted: 0, listeners: [] },
      finishedPhases: new Set(options.finishedPhases),
    };

  const parts = {
    ...one.parts,
    campaigns: {
      async getWithReservations() {
        await note('header');
        return header();
      },
      getListeners: async () => [],
      async reserve(_reference: unknown, _known: unknown, id: string, microUsd: number) {
        await note('reserve', id, microUsd);
        reservations.set(id, microUsd);
        return true;
      },
      async settle(_reference: unknown, id: string, reserved: number, cost: number) {
        await note('settle', id, reserved, cost);
        if (!reservations.delete(id)) return undefined;
        return header();
      },
      expectCost: async (_reference: unknown, id: string) => note('expect', id),
      deleteContents: async ({ campaignId }: CampaignReference) => note('clear campaign', campaignId),
    },
    phases: {
      async get(asked: PhaseReference) {
        await note('look');
        return one.parts.phases.get(asked);
      },
      progress: async () => {
        await note('progress');
        return [...(stage.phase ? [stage.phase] : []), ...(options.others ?? [])];
      },
      async change(asked: PhaseReference, change: PhaseChange) {
        await note('change', change.set.status ?? Object.keys(change.set)[0]);
        return one.parts.phases.change(asked, change);
      },
      async storeVideoJob(_reference: unknown, name: string, job: VideoJob) {
        await note('job', name, job);
        if (stage.phase) stage.phase = { ...stage.phase, videoJobs: { ...stage.phase.videoJobs, [name]: job } };
      },
    },
    calls: {
      ...books.parts.calls,
      async put(_reference: unknown, call: ModelCall) {
        await note('record', call.id, call.status);
        return books.parts.calls.put(_reference, call);
      },
      triesOf: async (_reference: unknown, name: string) =>
        [...books.kept.values()].filter(({ id }) => id === name || id.startsWith(`${name}.`)),
      deleteReserved: async (_reference: unknown, id: string) => {
        await note('unrecord', id);
        books.kept.delete(id);
      },
      async adjust(_reference: unknown, call: ModelCall) {
        await note('adjust', call.id, call.costMicroUsd);
        books.kept.set(call.id, call);
        return true;
      },
    },
    usages: { addCall: async (userId: string, usage: object, id: string) => note('usage', id, userId, usage) },
    monthlyCalls: {
      correctMoney: async (
        ...[, month, userId, difference]: Parameters<RunAgentParts['monthlyCalls']['correctMoney']>
      ) => note('month', month, userId, difference),
    },
    quota: {
      take: async () => true,
      giveBack: async () => {},
      state: () => Promise.reject(new Error('There is enough')),
      close: async (member: { readonly userId: string; readonly workspaceId: string }, prefix: string) =>
        note('close', member, prefix),
    },
    outputs: {
      async get(asked: PhaseReference, attempt: number, version?: string) {
        await note('read', asked.phaseId, attempt, version);
        return one.parts.outputs.get(asked, attempt, version);
      },
      async put(_reference: unknown, attempt: number, value: OutputValue) {
        await note('output', attempt);
        one.make(value, attempt);
        return true;
      },
      delete: async (_reference: unknown, attempt: number) => note('unoutput', attempt),
    },
    assets: {
      getGenerated: async (workspaceId: string, id: string) =>
        workspaceId === reference.workspaceId ? assets.get(id) : undefined,
      async put(_workspaceId: string, asset: GeneratedAsset) {
        await note('list', asset.id);
        assets.set(asset.id, asset);
      },
      async delete(_workspaceId: string, id: string) {
        await note('unlist', id);
        assets.delete(id);
      },
    },
    bucket: {
      async put(object: StoredObject) {
        await note('file', object.name.split('/').at(-1));
        objects.set(object.name, object);
      },
      get: async (name: string) => objects.get(name)?.bytes,
      async delete(name: string) {
        await note('unfile', name.split('/').at(-1));
        objects.delete(name);
      },
    },
    cache: { seek: async () => ({}), release: async () => {} },
    answers: { get: async () => undefined, put: async () => {} },
    router: createRouter({
      candidates: candidatesFrom(options.models ?? [freeModels()]),
      clock: one.parts.clock,
      arms: { read: async () => new Map() },
    }),
    arms: {
      tell: async (cell: unknown, told: unknown) => note('learn', cell, told),
    },
    agents: {
      ...simulatedAgents(async () => undefined),
      [agent]: {
        id: agent,
        async run(input: AgentInput, tools: AgentTools) {
          await note('work', input);
          if (options.result) return options.result(input, tools);
          return { status: 'done', output: (await work(input, tools)) ?? sampleOutputs[agent] };
        },
      },
    },
    askBill: options.askBill,
    async warnOfCost() {
      await note('warn');
    },
    pushProgress: async (listeners: readonly string[]) => listeners,
    prepareAnnouncement: async () => 'prepared',
    async publish(_reference: unknown, publication: Publication) {
      await note('say', ...publication.events.map(({ type }) => type));
      stage.published.push(publication);
      return stage.campaign;
    },
    async prepareEnd(asked: PhaseReference) {
      await note('prepare end', asked.phaseId);
      return async (ended: PhaseRecord, more: object = {}) => note('end', ended.status, more);
    },
  } as unknown as RunAgentParts;

  return {
    ...one,
    parts,
    did,
    before,
    reservations,
    objects,
    assets,
    records: books.kept,
    run: (gate?: GateAnswer) => runAgent(parts)({ ...reference, ...(gate ? { gate } : {}) }),
    /** What was done of these kinds, in its order. */
    only: (...kinds: readonly string[]) => did.filter(([what]) => kinds.includes(what)),
  };
}
