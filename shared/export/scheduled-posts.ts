// The posts of a campaign in the order they go out.
import type { ScheduledPost } from '../contracts/agent-outputs.ts';
import { type ExportData, outputOf } from './export-data.ts';

/** Every scheduled post of every distribution phase, earliest first, ties by identifier. */
export const scheduledPosts = (exportData: ExportData): ScheduledPost[] =>
  exportData.phases
    .flatMap((entry) => outputOf(entry, 'Social')?.scheduledPosts ?? [])
    .sort((first, second) => sortKey(first).localeCompare(sortKey(second), 'en'));

const sortKey = ({ scheduledAt, id }: ScheduledPost): string =>
  `${String(Date.parse(scheduledAt)).padStart(16, '0')} ${id}`;
