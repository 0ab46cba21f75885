import { agents } from '../../shared/agents/registry.ts';
import { wireCampaign } from '../../shared/campaigns/wire-campaign.ts';
import { phaseReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { runAgent } from '../../shared/playbook/steps/run-agent.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { taskFunction } from '../kit/task-function.ts';

const environment = readEnvironment(lambdas['run-agent'].environment);

export const handler = taskFunction(
  phaseReferenceSchema,
  runAgent({ ...wireCampaign(environment), agents, candidates: candidatesFrom([offlineStudio]) }),
);
