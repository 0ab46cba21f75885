import { agents } from '../../shared/agents/registry.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { withFinishedImages } from '../../studio/finish-images.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { configuredModels } from '../kit/configured-models.ts';
import { runAgentFunction } from './run-agent-function.ts';

const { MODEL_SETTINGS_SECRET_ID } = readEnvironment(lambdas['run-agent'].environment);
const { models, mark, sign, askBill } = configuredModels(MODEL_SETTINGS_SECRET_ID, offlineStudio, withFinishedImages);

export const handler = runAgentFunction(agents, async () => candidatesFrom(await models()), mark, sign, askBill);
