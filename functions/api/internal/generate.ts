import type { UserPrincipal } from '../../../shared/domain/principal.ts';
import { generateImage as makeImage } from '../../../shared/generation/direct/generate-image.ts';
import { generateText as writeText } from '../../../shared/generation/direct/generate-text.ts';
import { generateVideo as makeVideo } from '../../../shared/generation/direct/generate-video.ts';
import type { DirectParts } from '../../../shared/generation/direct/obtain.ts';
import type { Input } from '../../kit/http-function.ts';
import type { Links } from '../links.ts';
import { answerGeneration } from './answer-generation.ts';

export interface GenerationParts extends DirectParts {
  readonly links: Links;
}

/** Leaves the rest of the function's 29 seconds to saying that it took too long. */
const patienceMilliseconds = 25_000;
const askerOf = ({ userId, workspaceId }: UserPrincipal) => ({
  userId,
  workspaceId,
  signal: AbortSignal.timeout(patienceMilliseconds),
});

/** Writes a text, or fills a schema. */
export const generateText =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateText'>) =>
    answerGeneration(parts, principal.workspaceId, await writeText(parts, askerOf(principal), body));

/** Makes a picture. */
export const generateImage =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateImage'>) =>
    answerGeneration(parts, principal.workspaceId, await makeImage(parts, askerOf(principal), body));

/** Makes a short film, or begins to. */
export const generateVideo =
  (parts: GenerationParts) =>
  async ({ body, principal }: Input<'generateVideo'>) =>
    answerGeneration(parts, principal.workspaceId, await makeVideo(parts, askerOf(principal), body));
