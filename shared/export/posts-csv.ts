// The posts as a table that a scheduling tool can import.
import { publishedText, type ScheduledPost } from '../contracts/agent-outputs.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import { fileInRatio } from '../domain/asset-files.ts';
import type { CampaignDossier } from './campaign-dossier.ts';
import { csv } from './csv.ts';
import type { AssetPaths } from './file-names.ts';
import { scheduledPosts } from './scheduled-posts.ts';

const header = [
  'id',
  'channel',
  'scheduled_at',
  'text',
  'hashtags',
  'characters',
  'limit',
  'asset',
  'ai_generated',
] as const;

/** One row per post, earliest first; `characters` counts text and hashtags as the network receives them. */
export const postsCsv = (dossier: CampaignDossier, paths: AssetPaths): string =>
  csv(
    header,
    scheduledPosts(dossier).map((post) => [
      post.id,
      post.channel,
      post.scheduledAt,
      post.text,
      post.hashtags.join(' '),
      postLength(post.channel, publishedText(post)),
      postRules[post.channel].most,
      attachment(dossier, post, paths),
      true,
    ]),
  );

/** The file in the shape that suits the network; empty when the export has none. */
const attachment = ({ assets }: CampaignDossier, post: ScheduledPost, paths: AssetPaths): string => {
  const asset = assets.find((candidate) => candidate.asset.id === post.assetId)?.asset;
  return asset ? paths.of(asset.id, fileInRatio(asset, post.assetRatio).fileName) : '';
};
