// The models that the generation API may ask, with all that reads settings, prices and providers' answers: read with the first call.
import { candidatesFrom } from '../../../shared/generation/candidates.ts';
import { withFinishedImages } from '../../../studio/finish-images.ts';
import { lazyStudio } from '../../../studio/lazy-studio.ts';
import { configuredModels } from '../../kit/configured-models.ts';

export function configuredCandidates(secretId: string) {
  const { models, mark, sign } = configuredModels(secretId, lazyStudio, withFinishedImages);
  return { candidates: async () => candidatesFrom(await models()), mark, sign };
}
