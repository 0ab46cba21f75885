import { lambdas } from '../../shared/contracts/lambdas.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { generationFunction } from './generation/generation-function.ts';

const environment = readEnvironment(lambdas.generation.environment);
const models = onFirstUse(async () =>
  (await import('./generation/configured-candidates.ts')).configuredCandidates(environment.MODEL_SETTINGS_SECRET_ID),
);

export const handler = generationFunction(environment, models);
