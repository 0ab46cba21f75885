// What is known of a model: what it is called, can do, costs and how long it takes; and what a call costs by it. Carries no data.

export type Capability = 'text' | 'image' | 'video';

/**
 * `native`: JSON Schema in the request; `tool`: as the input of a tool that must be called; `json`: any JSON, the schema in words; `prompt`:
 * nothing but words.
 */
export type StructuredMode = 'native' | 'tool' | 'json' | 'prompt';

/** What a call uses, each kind counted once. */
export interface Quantities {
  /** All of the input, what came from the provider's cache and what went there included. */
  readonly inputTokens?: number;
  readonly cachedInputTokens?: number;
  readonly cacheWriteTokens?: number;
  /** All of the output, reasoning included. */
  readonly outputTokens?: number;
  readonly images?: number;
  readonly videoSeconds?: number;
}

/** What a model of pictures or videos can be asked for, as its provider lists it. What is not listed is not sent. */
export interface MediaOffer {
  /** Width to height, such as `16:9`. */
  readonly aspectRatios?: readonly string[];
  /** The provider's words for its sizes, such as `1080p`; the first is asked for. */
  readonly resolutions?: readonly string[];
  readonly fileTypes?: readonly string[];
  readonly videoSeconds?: readonly number[];
  readonly takesSeed?: boolean;
  readonly takesFirstFrame?: boolean;
  /** Who runs it behind a router, and its name there. */
  readonly host?: string;
  readonly hostModel?: string;
}

export interface ModelCard {
  readonly provider: string;
  readonly id: string;
  /** False for a program that was trained on nothing: what it makes is disclosed differently, and it never stands in for a model. */
  readonly isTrained: boolean;
  /** What it can do, with the typical seconds of one call. Media calls of a phase are made at the same time. */
  readonly secondsPerCall: Readonly<Partial<Record<Capability, number>>>;
  /** How its provider can be made to keep to a schema; absent: by words in the prompt. */
  readonly structuredMode?: StructuredMode;
  /** The most tokens that a request and its answer may have together, and the answer alone. */
  readonly contextTokens?: number;
  readonly maximumOutputTokens?: number;
  /** The day from which its provider does not serve it any more, and what takes its place. */
  readonly retiresOn?: string;
  readonly successor?: string;
  /** Whose work it suits best (agents by name); absent: everybody's. */
  readonly suits?: readonly string[];
  /** Where it is served, for providers with regions; absent: everywhere. */
  readonly regions?: readonly string[];
  readonly media?: MediaOffer;
  /** Seconds that must lie between two questions after a job, where its provider allows fewer than ours. */
  readonly soonestAskSeconds?: number;
  /** In micro-dollars; what is not named is free. */
  readonly price: Readonly<{
    /** The day from which it holds, where it was read and when. */
    since: string;
    source?: string;
    readOn?: string;
    /** Read in somebody's copy of the list, not with the provider. */
    isSecondHand?: boolean;
    perCall?: number;
    perMillionInputTokens?: number;
    /** Of input that the provider reads from its cache, or writes there; absent: as other input. */
    perMillionCachedTokens?: number;
    perMillionCacheWriteTokens?: number;
    perMillionOutputTokens?: number;
    perImage?: number;
    perVideoSecond?: number;
  }>;
}

/** The longest listed time that is not longer than asked for, else the shortest; what was asked for without a list. */
export const videoSecondsOf = ({ media }: Pick<ModelCard, 'media'>, wanted: number): number => {
  const listed = [...(media?.videoSeconds ?? [])].sort((first, second) => first - second);
  return listed.findLast((seconds) => seconds <= wanted) ?? listed[0] ?? wanted;
};

const million = 1_000_000;

/**
 * What a call costs by the list, in micro-dollars, rounded up once. Of the input, what came from the provider's cache and what went there have
 * prices of their own, and each token is counted in one place.
 */
export function costOf({ price }: Pick<ModelCard, 'price'>, used: Quantities): number {
  const {
    perCall = 0,
    perMillionInputTokens = 0,
    perMillionOutputTokens = 0,
    perImage = 0,
    perVideoSecond = 0,
  } = price;
  const { perMillionCachedTokens = perMillionInputTokens, perMillionCacheWriteTokens = perMillionInputTokens } = price;
  const { inputTokens = 0, outputTokens = 0, images = 0, videoSeconds = 0 } = used;
  const { cachedInputTokens = 0, cacheWriteTokens = 0 } = used;
  const plainTokens = Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens);
  const tokens =
    plainTokens * perMillionInputTokens +
    cachedInputTokens * perMillionCachedTokens +
    cacheWriteTokens * perMillionCacheWriteTokens +
    outputTokens * perMillionOutputTokens;
  return Math.ceil(perCall + tokens / million + images * perImage + videoSeconds * perVideoSecond);
}

/** The most that a call can cost, in micro-dollars: all of its input at the dearest of the three prices. */
export function worstCaseOf({ price }: Pick<ModelCard, 'price'>, most: Quantities): number {
  const { perMillionInputTokens = 0, perMillionCachedTokens = 0, perMillionCacheWriteTokens = 0 } = price;
  const dearest = Math.max(perMillionInputTokens, perMillionCachedTokens, perMillionCacheWriteTokens);
  const { perMillionCachedTokens: _, perMillionCacheWriteTokens: __, ...plain } = price;
  return costOf({ price: { ...plain, perMillionInputTokens: dearest } }, most);
}
