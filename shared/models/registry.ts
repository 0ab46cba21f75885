// Every model there is, as dated data: what it is called, what it can do, what it costs and how long it takes. Prices change: a new one is
// a new row, and the date says since when. Data only: estimates, checks and exports read it as well as providers.
export type Capability = 'text' | 'image' | 'video';

/**
 * `native`: JSON Schema in the request; `tool`: as the input of a tool that must be called; `json`: any JSON, the schema in words; `prompt`:
 * nothing but words.
 */
export type StructuredMode = 'native' | 'tool' | 'json' | 'prompt';

/** What a call uses, each kind counted once. */
export interface Quantities {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly images?: number;
  readonly videoSeconds?: number;
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
  /** Seconds that must lie between two questions after a job, where its provider allows fewer than ours. */
  readonly soonestAskSeconds?: number;
  /** In micro-dollars; what is not named is free. */
  readonly price: Readonly<{
    /** The day from which it holds, where it was read and when. */
    since: string;
    source?: string;
    readOn?: string;
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

/** Draws, films and writes offline, without any AI. */
export const offlineStudioCard: ModelCard = {
  provider: 'offline-studio',
  id: 'offline-studio-1',
  isTrained: false,
  // Measured on two cores on 2026-11-25, both variants side by side: texts are composed at once, videos are encoded by the processor.
  secondsPerCall: { text: 0.1, image: 1.9, video: 2.7 },
  price: { since: '2026-11-23' },
};

/** The first one that can do the work serves agents for which the brief names no model. */
export const modelRegistry: readonly [ModelCard, ...ModelCard[]] = [offlineStudioCard];

/** Whether a provider's models were trained. One that is not in the registry (any more) is taken for one that was. */
export const isTrainedProvider = (provider: string): boolean =>
  modelRegistry.find((card) => card.provider === provider)?.isTrained ?? true;

const million = 1_000_000;

/** What a call costs by the list, in micro-dollars, rounded up once. */
export function costOf({ price }: Pick<ModelCard, 'price'>, used: Quantities): number {
  const {
    perCall = 0,
    perMillionInputTokens = 0,
    perMillionOutputTokens = 0,
    perImage = 0,
    perVideoSecond = 0,
  } = price;
  const { inputTokens = 0, outputTokens = 0, images = 0, videoSeconds = 0 } = used;
  return Math.ceil(
    perCall +
      (inputTokens * perMillionInputTokens + outputTokens * perMillionOutputTokens) / million +
      images * perImage +
      videoSeconds * perVideoSecond,
  );
}
