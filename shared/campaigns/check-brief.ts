// What keeps a brief from running, whoever asks: an estimate, a creation, a launch, a retry. One check, so that nothing starts that an
// estimate refuses.
import type { AgentId } from '../contracts/agents.ts';
import type { Brief } from '../contracts/brief.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { type CallQuota, quotaUsedUp } from '../generation/call-quota.ts';
import type { ModelCard } from '../models/model-card.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface BriefCheckParts {
  readonly quota: Pick<CallQuota, 'state'>;
  /** Those of the configured providers. */
  readonly models: () => Promise<readonly Pick<ModelCard, 'id'>[]>;
  readonly clock: () => Date;
}

export type BriefCheck = ReturnType<typeof createBriefCheck>;

export function createBriefCheck({ quota, models, clock }: BriefCheckParts) {
  /** Refuses every named model that there is not, by its place. */
  const refuseUnknown = async (named: readonly (readonly [pointer: string, model: string | undefined])[]) => {
    if (named.every(([, model]) => model === undefined)) return;
    const known = new Set((await models()).map(({ id }) => id));
    const pointers = named.flatMap(([pointer, model]) => (model === undefined || known.has(model) ? [] : [pointer]));
    if (pointers.length === 0) return;
    const detail = `must be one of ${[...known].join(', ')}`;
    throw new ProblemError(
      'validation-failed',
      'This asks for a model that there is not.',
      pointers.map((pointer) => ({ pointer, detail })),
    );
  };
  return {
    /** Throws validation-failed for a brief that names a model there is not. */
    async models({ briefData: { agentConfiguration = {} } }: Pick<Brief, 'briefData'>): Promise<void> {
      const agents = Object.keys(agentConfiguration) as AgentId[];
      await refuseUnknown(
        agents.map((agent) => [`#/briefData/agentConfiguration/${agent}/model`, agentConfiguration[agent]?.model]),
      );
    },

    /** The same for the model of a retry. */
    async model(model: string | undefined): Promise<void> {
      await refuseUnknown([['#/model', model]]);
    },

    /** Throws quota-exceeded when the person has no AI call left in this month. */
    async quota(member: Member): Promise<void> {
      if ((await quota.state(member)).remaining < 1) throw quotaUsedUp(clock());
    },
  };
}
