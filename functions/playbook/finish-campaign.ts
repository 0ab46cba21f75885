import { campaignReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { createUsages } from '../../shared/data/usage.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { finishCampaign } from '../../shared/playbook/steps/finish-campaign.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const wired = wirePublishing(readEnvironment(lambdas['finish-campaign'].environment));

export const handler = taskFunction(
  campaignReferenceSchema,
  finishCampaign({ ...wired, calls: createModelCalls(wired.table), usages: createUsages(wired.table) }),
);
