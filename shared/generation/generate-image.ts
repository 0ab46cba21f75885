// Makes an image for a free prompt.
import type { GenerationRecord } from '../data/generations.ts';
import type { ImageRequest } from '../models/model.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { candidatesOf, type GenerationParts, generate, type PatientCaller, storeMedia } from './generate.ts';
import type { GenerationOptions } from './generation-ledger.ts';
import { askForImage, mostOfImage } from './requests.ts';

export interface ImageGeneration extends GenerationOptions {
  readonly prompt: string;
  readonly style: 'artistic' | 'realistic';
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly brandName?: string | undefined;
}

export async function generateImage(
  parts: GenerationParts,
  caller: PatientCaller,
  generation: ImageGeneration,
): Promise<GenerationRecord> {
  const { style, model } = generation;
  const request = imageRequest(generation);
  const candidates = await candidatesOf(parts, 'image', model, mostOfImage(request));
  return generate(parts, caller, generation, askForImage('image', candidates, request, { signal: caller.signal }), {
    fingerprintOf: (card) => requestFingerprint('image', card, request),
    keep: async (answer, call) => ({ media: await storeMedia(parts, caller.workspaceId, call, answer, style) }),
  });
}

export function imageRequest(generation: ImageGeneration): ImageRequest {
  const { prompt, style, widthPixels, heightPixels, language, brandName } = generation;
  return {
    prompt: withBrand(generation),
    source: { purpose: 'generation', language, facts: { prompt, brandName, style }, feedback: [] },
    ...{ widthPixels, heightPixels },
  };
}

/** The prompt for a provider, which sees no facts. */
export const withBrand = ({
  prompt,
  brandName,
  language,
}: Pick<ImageGeneration, 'prompt' | 'brandName' | 'language'>): string =>
  brandName === undefined ? prompt : `${prompt}\n\n${language === 'fr' ? 'Marque :' : 'Brand:'} ${brandName}`;
