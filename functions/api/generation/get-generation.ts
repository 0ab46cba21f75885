import { readGeneration } from '../../../shared/generation/read-generation.ts';
import type { Input } from '../../kit/http-function.ts';
import type { GenerationParts } from './generate.ts';
import { generationResponse } from './generation-response.ts';

/** What was generated, with a fresh link; asks after a video that is still being made. */
export const getGeneration =
  (parts: GenerationParts) =>
  async ({ params, principal }: Input<'getGeneration'>) =>
    generationResponse(parts, principal.workspaceId, await readGeneration(parts, principal, params.generationId));
