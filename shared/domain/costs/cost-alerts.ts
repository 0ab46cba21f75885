// When people are told how far a campaign's cap is used. Pure.

/** In percent of the cap. */
export const alertLevels = [50, 80, 100] as const;
export type AlertLevel = (typeof alertLevels)[number];

export interface UsedCap {
  readonly spentMicroUsd: number;
  readonly aiCapMicroUsd: number;
  /** The last level that was told, or 0. */
  readonly alerted: number;
  /** A call was refused because it could have passed the cap: for people that is its end, whatever is left. */
  readonly isRefused?: boolean | undefined;
}

/** The levels that are reached and were not told, the lowest first. A cap of nothing is told of when it refuses a call. */
export const reachedLevels = ({ spentMicroUsd, aiCapMicroUsd, alerted, isRefused = false }: UsedCap): AlertLevel[] =>
  alertLevels.filter((level) => {
    const isReached = spentMicroUsd > 0 && spentMicroUsd * 100 >= level * aiCapMicroUsd;
    return level > alerted && (isReached || (isRefused && level === 100));
  });
