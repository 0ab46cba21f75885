// What a receiver asks for when it cannot take an event now: the Retry-After header of HTTP, seconds or a date.

const wholeSeconds = /^\d{1,10}$/;
/** A date begins with the day of the week, in all three forms that HTTP has known; the oldest of them names no zone and means GMT. */
const date = /^[A-Z][a-z]{2,8},? /;

/** Seconds to wait from `now` on, 0 for a date that has passed. Undefined when there is no header, or one that says nothing. */
export function secondsAsked(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (wholeSeconds.test(text)) return Number(text);
  const at = date.test(text) ? Date.parse(text.endsWith('GMT') ? text : `${text} GMT`) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
