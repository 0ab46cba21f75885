// Models that answer at once with next to nothing, free or at a price: for tests of what surrounds a call.
import * as z from 'zod';
import type { AgentTools } from '../../shared/agents/agent.ts';
import type { Variant } from '../../shared/contracts/variant.ts';
import type {
  ImageRequest,
  MediaAnswer,
  Models,
  PendingJob,
  TextRequest,
  VideoRequest,
} from '../../shared/models/model.ts';
import type { ModelCard } from '../../shared/models/model-card.ts';

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

/** A name of its own for each provider of a test with several. */
export interface FakeIdentity {
  readonly provider?: string;
  readonly id?: string;
  readonly isTrained?: boolean;
}

/** Models with one price for every call. `behaviour` is asked at each call, so that a test may change it on the way. */
export function paidModels(
  price: Price,
  behaviour: () => Partial<Behaviour> = () => ({}),
  { provider = 'fake-provider', id = 'fake-1', isTrained = true }: FakeIdentity = {},
): Required<Models> {
  const card: ModelCard = {
    ...{ provider, id, isTrained },
    secondsPerCall: { text: 1, image: 1, video: 1 },
    price: { since: '2026-11-23', perCall: price.worstCaseMicroUsd },
  };
  const usage = { inputTokens: 10, outputTokens: 20, costMicroUsd: price.costMicroUsd };
  const now = () => ({ ...usual, ...behaviour() });
  const media = (mediaType: MediaAnswer['mediaType'], durationSeconds?: number): MediaAnswer => ({
    bytes: new Uint8Array([1, 2, 3]),
    mediaType,
    widthPixels: 16,
    heightPixels: 9,
    durationSeconds,
    usage,
    warnings: [],
  });
  const progress = (state: 'done' | 'pending', jobId: string): MediaAnswer | PendingJob =>
    state === 'done' ? media('video/mp4', 6) : { jobId, askAgainSeconds: 1 };
  return {
    text: {
      card,
      generate: async (request) => ({
        text: JSON.stringify(await now().text(request)),
        ended: 'stop',
        usage,
        warnings: [],
      }),
    },
    image: {
      card,
      async generate(request) {
        await now().image(variantOf(request));
        return media('image/png');
      },
    },
    video: {
      card,
      submit: async (request) => progress(await now().submit(request), `job-${variantOf(request)}`),
      poll: async (jobId) => progress(await now().poll(jobId), jobId),
    },
  };
}

export const variantOf = ({ source: { facts } }: Pick<ImageRequest, 'source'>): Variant =>
  'variant' in facts && facts.variant === 'B' ? 'B' : 'A';

export const freeModels = () => paidModels({ worstCaseMicroUsd: 0, costMicroUsd: 0 });

const source = { purpose: 'MarketAnalyst', language: 'en', facts: {}, feedback: [] } as const;
const size = { widthPixels: 16, heightPixels: 9 } as const;

/** A request that these models answer rightly. */
export const sampleText = {
  source,
  system: 'You answer.',
  prompt: 'Answer.',
  schema: z.strictObject({ answer: z.string() }),
  maximumOutputTokens: 50,
};

export const sampleVisual = (variant: Variant): Parameters<AgentTools['image']>[0] => ({
  source: { ...source, facts: { variant } },
  variant,
  style: variant === 'A' ? 'artistic' : 'realistic',
  prompt: `Draw ${variant}.`,
  ...size,
});

export const sampleVideo = (variant: Variant): Parameters<AgentTools['video']>[0] => ({
  source: { ...source, facts: { variant } },
  variant,
  style: variant === 'A' ? 'narrative' : 'dynamic',
  prompt: `Film ${variant}.`,
  firstFrame: new Uint8Array([1, 2, 3]),
  durationSeconds: 6,
  ...size,
});
