// The usage that OpenAI's protocol tells, with what OpenRouter adds: its cost in dollars, and what it wrote to a cache.

import * as z from 'zod';
import { microUsd } from '../../contracts/micro-usd.ts';
import type { ModelUsage } from '../model.ts';

const count = z.number().nullish().catch(null);
const usageSchema = z.object({
  prompt_tokens: count,
  completion_tokens: count,
  cost: z.union([z.number(), z.string()]).nullish().catch(null),
  is_byok: z.boolean().nullish().catch(null),
  cost_details: z.object({ upstream_inference_cost: count }).nullish().catch(null),
  prompt_tokens_details: z.object({ cached_tokens: count, cache_write_tokens: count }).nullish().catch(null),
  completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
});

/** Undefined where the provider told neither tokens nor a cost. */
export function usageOfOpenAi(raw: unknown): ModelUsage | undefined {
  const parsed = usageSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const {
    prompt_tokens,
    completion_tokens,
    cost,
    is_byok,
    cost_details,
    prompt_tokens_details,
    completion_tokens_details,
  } = parsed.data;
  if (prompt_tokens == null && completion_tokens == null && cost == null) return undefined;
  // With a key of one's own at the maker, OpenRouter bills its fee only: what the maker bills is somebody's money as well.
  const upstream = is_byok ? (cost_details?.upstream_inference_cost ?? 0) : 0;
  return {
    inputTokens: prompt_tokens ?? 0,
    outputTokens: completion_tokens ?? 0,
    ...told('cachedInputTokens', prompt_tokens_details?.cached_tokens),
    ...told('cacheWriteTokens', prompt_tokens_details?.cache_write_tokens),
    ...told('reasoningTokens', completion_tokens_details?.reasoning_tokens),
    ...(cost == null ? {} : { costMicroUsd: microUsd(Number(cost) + upstream) }),
  };
}

const told = <Name extends keyof ModelUsage>(name: Name, value: number | null | undefined) =>
  value == null ? {} : { [name]: value };
