import { lambdas } from '../../shared/contracts/lambdas.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { generationFunction } from './generation/generation-function.ts';

const environment = readEnvironment(lambdas.generation.environment);
const models = onFirstUse(async () => {
  const [{ configuredCandidates }, { lazyStudio }, { withFinishedImages }] = await Promise.all([
    import('./generation/configured-candidates.ts'),
    import('../../studio/lazy-studio.ts'),
    import('../../studio/finish-images.ts'),
  ]);
  return configuredCandidates(environment.MODEL_SETTINGS_SECRET_ID, lazyStudio, withFinishedImages);
});

export const handler = generationFunction(environment, models);
