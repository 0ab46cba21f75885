// The distance between two marks of a clock, in numbers that people read at a glance.
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  day,
];
const most = 3;

/** Milliseconds between marks, so that a span of milliseconds has no more than three steps: more would not fit beside each other. */
export const roundStep = (span: number): number =>
  steps.find((step) => span / step <= most) ?? Math.ceil(span / most / day) * day;
