// Ends of a span of time, as people write them in a query: a day, or an instant.
import * as z from 'zod';

export const instantSchema = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a day such as 2026-11-25, or an ISO 8601 instant')
  .describe('A day (UTC) or an ISO 8601 instant');

const isDay = (text: string): boolean => !text.includes('T');
const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** The first millisecond of what the text names, since the epoch. */
export const firstInstant = (text: string): number => Date.parse(text);
/** The last millisecond of what the text names: a day ends where the next one begins. */
export const lastInstant = (text: string): number => Date.parse(text) + (isDay(text) ? millisecondsOfDay - 1 : 0);
