import type { UserPrincipal } from '../../../shared/domain/accounts/principal.ts';
import type { GenerationParts as ModelParts } from '../../../shared/generation/generate.ts';
import { generateImage as makeImage } from '../../../shared/generation/generate-image.ts';
import { generateText as writeText } from '../../../shared/generation/generate-text.ts';
import { generateVideo as makeVideo } from '../../../shared/generation/generate-video.ts';
import type { Input } from '../../kit/http-function.ts';
import type { PresignedLinks } from '../../kit/presigned-links.ts';
import { generationResponse } from './generation-response.ts';

export interface GenerationParts extends ModelParts {
  readonly links: PresignedLinks;
}

/** Leaves the rest of the function's 29 seconds to saying that it took too long. */
const patienceMilliseconds = 25_000;
const callerOf = ({ userId, workspaceId }: UserPrincipal) => ({
  userId,
  workspaceId,
  signal: AbortSignal.timeout(patienceMilliseconds),
});

/** Writes a text, or fills a schema. */
export const generateText =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateText'>) =>
    generationResponse(parts, principal.workspaceId, await writeText(parts, callerOf(principal), body));

/** Makes an image. */
export const generateImage =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateImage'>) =>
    generationResponse(parts, principal.workspaceId, await makeImage(parts, callerOf(principal), body));

/** Makes a short video, or begins to. */
export const generateVideo =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateVideo'>) =>
    generationResponse(parts, principal.workspaceId, await makeVideo(parts, callerOf(principal), body));
