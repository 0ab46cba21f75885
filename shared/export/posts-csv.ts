// The posts as a table that a scheduling tool can import.
import { publishedText } from '../contracts/agent-outputs.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import type { CampaignDossier } from './campaign-dossier.ts';
import { csv } from './csv.ts';
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
export const postsCsv = (dossier: CampaignDossier, paths: ReadonlyMap<string, string>): string =>
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
      (post.assetId && paths.get(post.assetId)) ?? '',
      true,
    ]),
  );
