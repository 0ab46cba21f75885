import { lambdas } from '../../shared/contracts/lambdas.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { withFinishedImages } from '../../studio/finish-images.ts';
import { lazyStudio } from '../../studio/lazy-studio.ts';
import { configuredModels } from '../kit/configured-models.ts';
import { generationFunction } from './generation/generation-function.ts';

const environment = readEnvironment(lambdas.generation.environment);
const { models, mark, sign } = configuredModels(environment.MODEL_SETTINGS_SECRET_ID, lazyStudio, withFinishedImages);

export const handler = generationFunction(
  environment,
  async () => candidatesFrom(await models()),
  undefined,
  mark,
  sign,
);
