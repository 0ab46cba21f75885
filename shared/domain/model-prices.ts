// What models cost and how long they take, as dated data. Prices change: a new one is a new row, and the date says since when.

export interface ModelPrice {
  readonly provider: string;
  readonly model: string;
  /** The day from which the prices hold. */
  readonly since: string;
  readonly microUsdPerMillionInputTokens: number;
  readonly microUsdPerMillionOutputTokens: number;
  readonly microUsdPerImage: number;
  readonly microUsdPerSecondOfFilm: number;
  /** Typical time of one call; media calls are made at the same time. */
  readonly secondsPerCall: { readonly text: number; readonly image: number; readonly video: number };
}

/** The first one serves agents for which the brief names no model. */
export const modelPrices: readonly [ModelPrice, ...ModelPrice[]] = [
  {
    provider: 'offline-studio',
    model: 'offline-studio-1',
    since: '2026-11-23',
    microUsdPerMillionInputTokens: 0,
    microUsdPerMillionOutputTokens: 0,
    microUsdPerImage: 0,
    microUsdPerSecondOfFilm: 0,
    // Measured on two cores on 2026-11-25, both variants side by side: texts are composed at once, films are encoded by the processor.
    secondsPerCall: { text: 0.1, image: 1.9, video: 2.7 },
  },
];
