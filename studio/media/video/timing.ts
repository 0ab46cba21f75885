/** How a film's seconds are shared out, and the curves its movements follow. Pure numbers. */

/** Brand and call to action are read in this time. */
const END_CARD_SECONDS = 2;
/** A scene below this is a flash, not a sentence. */
const SHORTEST_SCENE_SECONDS = 1.2;
/** Reading starts when the line stands, not when it begins to move. */
const ARRIVAL_CHARACTERS = 14;

export interface Scene {
  caption: string;
  start: number;
  end: number;
}

export interface Timeline {
  scenes: readonly Scene[];
  /** Where the end card begins. */
  bodySeconds: number;
}

/** Shares the time before the end card among as many captions as can be read, longer ones longer; captions are never cut. */
export function planTimeline(durationSeconds: number, captions: readonly string[]): Timeline {
  const bodySeconds = Math.max(durationSeconds * 0.6, durationSeconds - END_CARD_SECONDS);
  const written = captions.filter((caption) => caption.trim() !== '');
  const shown = written.slice(0, Math.max(1, Math.floor(bodySeconds / SHORTEST_SCENE_SECONDS)));
  const weights = shown.map((caption) => ARRIVAL_CHARACTERS + caption.length);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let end = 0;
  const scenes = shown.map((caption, index) => {
    const start = end;
    end += (bodySeconds * (weights[index] ?? 0)) / total;
    return { caption, start, end };
  });
  return { scenes, bodySeconds };
}

/** 0 before `start`, 1 after `start + length`, straight in between. */
export const progress = (now: number, start: number, length: number): number =>
  Math.min(1, Math.max(0, (now - start) / length));

/** Starts and ends at rest. */
export const easeInOut = (share: number): number => share * share * (3 - 2 * share);

/** Starts fast and comes to rest. */
export const easeOut = (share: number): number => 1 - (1 - share) ** 4;

/** Goes a little too far and comes back. */
export const overshoot = (share: number): number => 1 + 2.2 * (share - 1) ** 3 + 1.2 * (share - 1) ** 2;

export const between = (from: number, to: number, share: number): number => from + (to - from) * share;
