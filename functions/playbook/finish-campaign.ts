import { campaignReferenceSchema } from '../../shared/contracts/identifiers.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { finishCampaign } from '../../shared/engine/steps/finish-campaign.ts';
import { wireEngine } from '../../shared/engine/wiring.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { taskFunction } from '../kit/task-function.ts';

const engine = wireEngine(readEnvironment(lambdas['finish-campaign'].environment));

export const handler = taskFunction(campaignReferenceSchema, finishCampaign(engine));
