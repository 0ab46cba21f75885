/** How a film's seconds are shared out, and the curves its movements follow. Pure numbers. */

/** The end card needs about a quarter of a short film, and never more than this to be read. */
const LONGEST_END_CARD_SECONDS = 2.2;
const END_CARD_SHARE = 0.26;

interface Timeline {
  /** Captions that get enough time to be read. */
  captions: readonly string[];
  /** Seconds before the end card. */
  bodySeconds: number;
  /** Seconds of each shot of the body. */
  shotSeconds: number;
}

/** Shares the time before the end card equally among as many captions as can be read; without captions there is one shot. */
export function planTimeline(
  durationSeconds: number,
  scenes: readonly { caption: string }[],
  shortestShotSeconds: number,
): Timeline {
  const bodySeconds = durationSeconds - Math.min(LONGEST_END_CARD_SECONDS, durationSeconds * END_CARD_SHARE);
  const captions = scenes.map((scene) => scene.caption).filter((caption) => caption.trim() !== '');
  const shown = captions.slice(0, Math.max(1, Math.floor(bodySeconds / shortestShotSeconds)));
  return { captions: shown, bodySeconds, shotSeconds: bodySeconds / Math.max(1, shown.length) };
}

/** 0 before `start`, 1 after `start + length`, straight in between. */
export function progress(now: number, start: number, length: number): number {
  return Math.min(1, Math.max(0, (now - start) / length));
}

/** Starts and ends at rest. */
export function easeInOut(share: number): number {
  return share * share * (3 - 2 * share);
}

/** Starts fast and comes to rest. */
export function easeOut(share: number): number {
  return 1 - (1 - share) ** 3;
}

export function between(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
