// What a page is asked about its own speed: run in the browser before its scripts, with nothing but the browser's own measurements.
import type { Page } from 'playwright-core';

export interface Watched {
  /** Milliseconds after the navigation: the first paint with something in it, the largest, and the paint after which a selector is there. */
  readonly first: number;
  readonly largest: number;
  readonly usable: number;
  /** As they came over the wire. */
  readonly scriptBytes: number;
}

declare global {
  interface Window {
    watched: {
      firstView(selector: string): Watched;
      forget(): void;
      readonly answers: number[];
      readonly longTasks: number[];
      readonly commits: number;
    };
  }
}

/** Runs in the page. */
export function watchPage(): void {
  const answers: number[] = [];
  const longTasks: number[] = [];
  const appeared = new Map<string, number>();
  let largest = 0;
  let commits = 0;
  const selectors = ['button[type=submit]', '.campaign-row', '.graph-node'];
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) answers.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver(() => {
    commits += 1;
    for (const selector of selectors)
      if (!appeared.has(selector) && document.querySelector(selector)) {
        appeared.set(selector, 0);
        requestAnimationFrame(() => setTimeout(() => appeared.set(selector, performance.now())));
      }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  window.watched = {
    answers,
    longTasks,
    get commits() {
      return commits;
    },
    forget: () => {
      answers.length = 0;
      longTasks.length = 0;
    },
    firstView: (selector) => ({
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest,
      usable: appeared.get(selector) ?? Number.NaN,
      scriptBytes: (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    }),
  };
}

/** The longest time from a press or a key to the next paint, in milliseconds; what took less than 16 is not told apart. */
export const longestAnswer = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...window.watched.answers));

export interface Frames {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly longest: number;
  readonly longTasks: number;
  /** Times that the document was changed, a second. */
  readonly commits: number;
}

/** What is drawn in the next seconds. */
export const frames = (page: Page, seconds: number): Promise<Frames> =>
  page.evaluate(
    (milliseconds) =>
      new Promise<Frames>((resolve) => {
        const { commits, longTasks } = window.watched;
        const before = longTasks.length;
        const begun = performance.now();
        let last = begun;
        let drawn = 0;
        let longest = 0;
        const draw = (now: number) => {
          if (drawn > 0) longest = Math.max(longest, now - last);
          last = now;
          drawn += 1;
          if (now - begun < milliseconds) return requestAnimationFrame(draw);
          const share = 1000 / (now - begun);
          return resolve({
            perSecond: drawn * share,
            longest,
            longTasks: longTasks.length - before,
            commits: (window.watched.commits - commits) * share,
          });
        };
        requestAnimationFrame(draw);
      }),
    seconds * 1000,
  );
