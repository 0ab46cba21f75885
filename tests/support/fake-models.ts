// Models that answer at once with next to nothing, free or at a price: for tests of what surrounds a call.
import * as z from 'zod';
import type { AgentTools } from '../../shared/agents/agent.ts';
import type { Variant } from '../../shared/contracts/agent-outputs.ts';
import type { MediaResult, Models, TextRequest, VideoProgress, VideoRequest } from '../../shared/models/model.ts';

/** What one call reserves and what it is billed, in micro-dollars. */
export interface Price {
  readonly worstCaseMicroUsd: number;
  readonly costMicroUsd: number;
}

/** What a test may change about a call: wait, fail, or answer something else. */
export interface Behaviour {
  text(request: TextRequest): Promise<unknown>;
  image(variant: Variant): Promise<void>;
  submit(request: VideoRequest): Promise<'done' | 'pending'>;
  poll(jobId: string): Promise<'done' | 'pending'>;
}

const usual: Behaviour = {
  text: async () => ({ answer: 'fine' }),
  image: async () => {},
  submit: async () => 'done',
  poll: async () => 'done',
};

/** Models with one price for every call. `behaviour` is asked at each call, so that a test may change it on the way. */
export function paidModels(price: Price, behaviour: () => Partial<Behaviour> = () => ({})): Models {
  const identity = { provider: 'fake-provider', id: 'fake-1', worstCaseMicroUsd: () => price.worstCaseMicroUsd };
  const usage = { inputTokens: 10, outputTokens: 20, costMicroUsd: price.costMicroUsd };
  const now = () => ({ ...usual, ...behaviour() });
  const media = (mediaType: MediaResult['mediaType'], durationSeconds?: number): MediaResult => ({
    bytes: new Uint8Array([1, 2, 3]),
    mediaType,
    widthPixels: 16,
    heightPixels: 9,
    durationSeconds,
    usage,
    warnings: [],
  });
  const progress = (state: 'done' | 'pending', jobId: string): VideoProgress =>
    state === 'done'
      ? { status: 'done', result: media('video/mp4', 6) }
      : { status: 'pending', jobId, askAgainSeconds: 1 };
  return {
    text: { ...identity, generate: async (request) => ({ output: await now().text(request), usage, warnings: [] }) },
    image: {
      ...identity,
      async generate({ variant }) {
        await now().image(variant);
        return media('image/png');
      },
    },
    video: {
      ...identity,
      submit: async (request) => progress(await now().submit(request), `job-${request.variant}`),
      poll: async (jobId) => progress(await now().poll(jobId), jobId),
    },
  };
}

export const freeModels = (): Models => paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 });

const task = { agent: 'MarketAnalyst', language: 'en', facts: {}, feedback: [] } as const;
const size = { widthPixels: 16, heightPixels: 9 } as const;

/** A request that these models answer rightly. */
export const sampleText = {
  task,
  system: 'You answer.',
  prompt: 'Answer.',
  schema: z.strictObject({ answer: z.string() }),
  maximumOutputTokens: 50,
};

export const sampleVisual = (variant: Variant): Parameters<AgentTools['image']>[0] => ({
  task,
  variant,
  style: variant === 'A' ? 'artistic' : 'realistic',
  prompt: `Draw ${variant}.`,
  altText: 'A drawing',
  ...size,
});

export const sampleVideo = (variant: Variant): VideoRequest => ({
  task,
  variant,
  style: variant === 'A' ? 'narrative' : 'dynamic',
  prompt: `Film ${variant}.`,
  visual: new Uint8Array([1, 2, 3]),
  durationSeconds: 6,
  ...size,
});
