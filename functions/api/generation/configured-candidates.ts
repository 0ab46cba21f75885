// The models that the generation API may ask, with all that reads settings, prices and providers' answers: read with the first call.
import { candidatesFrom } from '../../../shared/generation/candidates.ts';
import { configuredModels } from '../../kit/configured-models.ts';

/** Takes what `configuredModels` takes. */
export function configuredCandidates(...given: Parameters<typeof configuredModels>) {
  const { models, mark, sign } = configuredModels(...given);
  return { candidates: async () => candidatesFrom(await models()), mark, sign };
}
