// Makes a picture for a free prompt.
import type { GenerationRecord } from '../../data/generations.ts';
import type { DirectFacts } from '../../models/direct-facts.ts';
import type { ImageModel, VisualRequest } from '../../models/model.ts';
import { requestFingerprint } from '../../models/request-fingerprint.ts';
import { type Asker, type DirectParts, modelsFor, type Order, obtain, type Terms } from './obtain.ts';

export interface ImageAsk extends Terms {
  readonly prompt: string;
  readonly style: VisualRequest['style'];
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly brandName?: string | undefined;
}

export async function generateImage(parts: DirectParts, asker: Asker, ask: ImageAsk): Promise<GenerationRecord> {
  const model = modelsFor(parts, ask.model).image;
  const request = imageRequestOf(ask);
  return obtain(parts, asker, ask, imageOrderOf(model, request), async (run) => {
    const media = await run(
      () => model.generate(request),
      ({ usage }) => usage,
    );
    return { media, style: ask.style, usage: media.usage, warnings: media.warnings };
  });
}

export function imageRequestOf(ask: ImageAsk): VisualRequest {
  const { prompt, style, widthPixels, heightPixels, language, brandName } = ask;
  const facts: DirectFacts = { prompt, brandName };
  return {
    task: { agent: 'Direct', language, facts, feedback: [] },
    variant: 'A',
    style,
    prompt: withBrand(prompt, brandName, language),
    widthPixels,
    heightPixels,
  };
}

export const imageOrderOf = (model: ImageModel, request: VisualRequest): Order => ({
  kind: 'image',
  model,
  prompt: request.prompt,
  request: requestFingerprint('image', model, request),
  worstCaseMicroUsd: model.worstCaseMicroUsd(request),
});

/** The prompt for a provider, which sees no facts. */
export const withBrand = (prompt: string, brandName: string | undefined, language: Terms['language']): string =>
  brandName === undefined ? prompt : `${prompt}\n\n${language === 'fr' ? 'Marque :' : 'Brand:'} ${brandName}`;
