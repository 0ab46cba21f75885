// Pictures of Amazon Bedrock, made by Stability's models.
import * as z from 'zod';
import { modelFailure } from '../../errors.ts';
import type { ImageModel } from '../../model.ts';
import type { ModelCard } from '../../model-card.ts';
import { hideSecrets } from '../hide-secrets.ts';
import { largestMediaBytes, patience } from './access.ts';
import { type BedrockAccess, sent, tooLarge, waiting } from './bedrock-calls.ts';
import { nearestAspectRatio, seedFor } from './choose-shape.ts';
import { fromBase64, mediaAnswer, silentUsage } from './media-answer.ts';

const imageSchema = z.object({
  images: z.array(z.string()).nullish(),
  seeds: z.array(z.number()).nullish(),
  finish_reasons: z.array(z.string().nullable()).nullish(),
});

/** Pictures by `InvokeModel` in the form of Stability's models. */
export const stabilityImages = ({ client }: BedrockAccess, card: ModelCard): ImageModel => ({
  card,
  async generate(request, { signal } = {}) {
    const media = card.media ?? {};
    const { InvokeModelCommand } = await import('@aws-sdk/client-bedrock-runtime');
    const command = new InvokeModelCommand({
      modelId: card.id,
      contentType: 'application/json',
      accept: 'application/json',
      body: JSON.stringify({
        prompt: request.prompt,
        mode: 'text-to-image',
        aspect_ratio: nearestAspectRatio(media, request),
        output_format: 'png',
        seed: seedFor(media, request),
      }),
    });
    const answer = await sent(async () => (await client()).send(command, waiting(signal, patience.picture)));
    const requestId = answer.$metadata.requestId;
    const { images, seeds, finish_reasons } = readImage(answer.body, requestId);
    const reason = finish_reasons?.[0];
    if (reason)
      throw modelFailure(`Stability’s filter let no picture through. It says: ${hideSecrets(reason)}`, 'filtered', {
        billing: 'unknown',
        requestId,
      });
    const [picture = ''] = images ?? [];
    return mediaAnswer({ kind: 'image', bytes: fromBase64(picture), usage: silentUsage, requestId, seed: seeds?.[0] });
  },
});

function readImage(body: Uint8Array, requestId: string | undefined) {
  if (body.byteLength > largestMediaBytes) throw tooLarge('unknown');
  try {
    return imageSchema.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch {
    throw modelFailure('Amazon Bedrock answered with something that cannot be read.', 'bad-answer', {
      billing: silentUsage,
      requestId,
    });
  }
}
