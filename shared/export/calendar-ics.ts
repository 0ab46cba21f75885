// The posts as a calendar file (RFC 5545) that any calendar program can subscribe to or import.

import ical, { escape as escapeText, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { publishedText } from '../contracts/agent-outputs.ts';
import { networkNames } from '../contracts/channels.ts';
import { truncateText } from '../domain/text/truncate-text.ts';
import type { ExportData } from './export-data.ts';
import { scheduledPosts } from './scheduled-posts.ts';

/** A post takes no time; a quarter of an hour makes it visible in a day view. */
const eventMinutes = 15;

/** One event per post. Identifiers are stable, so importing a newer export moves events instead of doubling them. */
export const postsCalendar = (exportData: ExportData): string => {
  const { campaign } = exportData;
  const calendar = ical({
    // The library escapes the properties of events, but not this one.
    name: escapeText(campaign.name, false),
    prodId: { company: 'AstroMedia', product: 'campaign export', language: campaign.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: 'UTC',
  });
  for (const post of scheduledPosts(exportData)) {
    const start = new Date(post.scheduledAt);
    calendar.createEvent({
      id: `${post.id}.${campaign.id}@astromedia`,
      stamp: new Date(campaign.createdAt),
      start,
      end: new Date(start.getTime() + eventMinutes * 60_000),
      summary: `${networkNames[post.channel]} · ${firstWords(post.text)}`,
      description: publishedText(post),
      // A reminder to publish leaves its owner free.
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: networkNames[post.channel] }],
    });
  }
  return `${calendar.toString()}\r\n`;
};

/** The first line, cut at a word when it is long. */
const firstWords = (text: string): string => {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length <= 70 ? line : `${truncateText(line, 70).replace(/\s+\S*$/, '')}…`;
};
