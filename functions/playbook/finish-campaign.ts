import { campaignReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { createUsages } from '../../shared/data/usage.ts';
import { finishCampaign } from '../../shared/engine/steps/finish-campaign.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['finish-campaign'].environment));

export const handler = taskFunction(
  campaignReferenceSchema,
  finishCampaign({ ...engine, calls: createModelCalls(engine.table), usages: createUsages(engine.table) }),
);
