// The posts as tables: one for programs, one for spreadsheets, and those that publishing tools import, with the columns that each tool's
// documentation states. Times are UTC: where a tool has no zone in its times, its account must be set to UTC for the import.
import { publishedText, type ScheduledPost } from '../contracts/agent-outputs.ts';
import type { SocialNetwork } from '../contracts/channels.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import { fileInRatio } from '../domain/media/asset-files.ts';
import { type Cell, type CsvDialect, csv } from './csv.ts';
import type { ExportData } from './export-data.ts';
import type { AssetPaths } from './file-names.ts';
import { scheduledPosts } from './scheduled-posts.ts';

/** Where the files of posts are found. */
interface MediaPlaces {
  /** The path in the export of the file in the shape that suits the network; empty when the export has none. */
  readonly fileOf: (post: ScheduledPost) => string;
  /** Address below which `assets/` was published; without one there are no links, because nothing else is public for long. */
  readonly baseUrl?: string | undefined;
}

interface Column {
  /** Undefined where the tool wants no header. */
  readonly name?: string;
  readonly cell: (post: ScheduledPost, places: MediaPlaces) => Cell;
}

interface SchedulerPreset {
  readonly tool: string;
  readonly columns: readonly Column[];
  /** The tool asks for the channel when a file is imported: one file per network. */
  readonly oneNetworkPerFile: boolean;
  readonly source: string;
}

const fileOf = (post: ScheduledPost, places: MediaPlaces): string => places.fileOf(post);
const placesOf = ({ assets }: ExportData, paths: AssetPaths, baseUrl: string | undefined): MediaPlaces => ({
  baseUrl,
  fileOf: ({ assetId, assetRatio }) => {
    const asset = assets.find((candidate) => candidate.asset.id === assetId)?.asset;
    return asset ? paths.of(asset.id, fileInRatio(asset, assetRatio).fileName) : '';
  },
});
const mediaUrl = (post: ScheduledPost, places: MediaPlaces): string => {
  const file = fileOf(post, places);
  if (!file || !places.baseUrl) return '';
  const base = places.baseUrl.endsWith('/') ? places.baseUrl : `${places.baseUrl}/`;
  return new URL(file.split('/').map(encodeURIComponent).join('/'), base).href;
};
/** 2026-12-01 18:30, in UTC. */
const minutes = ({ scheduledAt }: ScheduledPost): string =>
  new Date(scheduledAt).toISOString().slice(0, 16).replace('T', ' ');
/** 12/01/2026 18:30, in UTC and on a full five minutes. */
const americanMinutes = ({ scheduledAt }: ScheduledPost): string => {
  const fiveMinutes = 5 * 60_000;
  const rounded = new Date(Math.ceil(Date.parse(scheduledAt) / fiveMinutes) * fiveMinutes).toISOString();
  return `${rounded.slice(5, 7)}/${rounded.slice(8, 10)}/${rounded.slice(0, 4)} ${rounded.slice(11, 16)}`;
};
const wholeSecond = ({ scheduledAt }: ScheduledPost): string =>
  new Date(scheduledAt).toISOString().replace(/\.\d+Z$/, 'Z');

const everything: readonly Column[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'channel', cell: ({ channel }) => channel },
  { name: 'scheduled_at', cell: ({ scheduledAt }) => scheduledAt },
  { name: 'text', cell: ({ text }) => text },
  { name: 'hashtags', cell: ({ hashtags }) => hashtags.join(' ') },
  { name: 'characters', cell: (post) => postLength(post.channel, publishedText(post)) },
  { name: 'limit', cell: ({ channel }) => postRules[channel].most },
  { name: 'asset', cell: fileOf },
  { name: 'media_url', cell: mediaUrl },
  { name: 'ai_generated', cell: () => true },
];

const schedulers: readonly SchedulerPreset[] = [
  {
    tool: 'ayrshare',
    columns: [
      { name: 'post', cell: publishedText },
      { name: 'platforms', cell: ({ channel }) => (channel === 'x' ? 'twitter' : channel) },
      { name: 'mediaUrls', cell: mediaUrl },
      { name: 'scheduleDate', cell: wholeSecond },
    ],
    oneNetworkPerFile: false,
    source: 'ayrshare.com/docs/apis/post/bulk-post, read 2026-11-26',
  },
  {
    tool: 'buffer',
    columns: [
      { name: 'Text', cell: publishedText },
      {
        name: 'Image URL',
        cell: (post, places) => (/\.mp4$/i.test(fileOf(post, places)) ? '' : mediaUrl(post, places)),
      },
      { name: 'Tags', cell: () => '' },
      { name: 'Posting Time', cell: minutes },
    ],
    oneNetworkPerFile: true,
    source: 'the template of Buffer’s bulk upload as generally known; its page could not be read on 2026-11-26',
  },
  {
    tool: 'hootsuite',
    columns: [{ cell: americanMinutes }, { cell: publishedText }, { cell: mediaUrl }],
    oneNetworkPerFile: true,
    source:
      'date, message and link without a header, as users describe the bulk composer; its page could not be read on 2026-11-26',
  },
];

export interface PostTable {
  readonly path: string;
  readonly content: string;
}

/** Every table, rows by time. `characters` counts text and hashtags as the network does. */
export const postTables = (
  exportData: ExportData,
  paths: AssetPaths,
  mediaBaseUrl?: string | undefined,
): PostTable[] => {
  const places = placesOf(exportData, paths, mediaBaseUrl);
  const posts = scheduledPosts(exportData);
  const spreadsheet = exportData.campaign.language === 'fr' ? 'french-spreadsheet' : 'spreadsheet';
  const networks = [...new Set(posts.map(({ channel }) => channel))].sort();
  return [
    { path: 'posts.csv', content: table('program', everything, posts, places) },
    { path: 'posts-spreadsheet.csv', content: table(spreadsheet, everything, posts, places) },
    ...schedulers.flatMap(({ tool, columns, oneNetworkPerFile }) =>
      (oneNetworkPerFile ? networks : [undefined]).map((network) => ({
        path: `schedulers/${[tool, network].filter(Boolean).join('-')}.csv`,
        content: table('program', columns, ofNetwork(posts, network), places),
      })),
    ),
  ];
};

const ofNetwork = (posts: readonly ScheduledPost[], network: SocialNetwork | undefined): readonly ScheduledPost[] =>
  network === undefined ? posts : posts.filter(({ channel }) => channel === network);

const table = (
  dialect: CsvDialect,
  columns: readonly Column[],
  posts: readonly ScheduledPost[],
  places: MediaPlaces,
): string => {
  const names = columns.flatMap(({ name }) => (name === undefined ? [] : [name]));
  return csv(
    dialect,
    names.length > 0 ? names : undefined,
    posts.map((post) => columns.map(({ cell }) => cell(post, places))),
  );
};
