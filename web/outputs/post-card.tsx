// A post as a reader of the network meets it, with the count that the network itself makes.

import { publishedText } from '../../shared/contracts/agent-outputs.ts';
import type { SocialNetwork } from '../../shared/contracts/channels.ts';
import { channelLabels } from '../../shared/contracts/channels.ts';
import { postLength, postRules } from '../../shared/contracts/post-rules.ts';
import { moment, number } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { AssetFile } from './media.tsx';
import { outputWords } from './words.ts';

interface PostCardProps {
  readonly channel: SocialNetwork;
  readonly title?: string;
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly cta?: string;
  readonly link?: string | undefined;
  readonly scheduledAt?: string;
  readonly assetId?: string | undefined;
}

export function PostCard({ channel, title, text, hashtags, cta, link, scheduledAt, assetId }: PostCardProps) {
  const say = useWords(outputWords);
  const count = postLength(channel, publishedText({ channel, text, hashtags, link }));
  return (
    <article className="card post" data-channel={channel}>
      <header className="post-head">
        <span className="post-network">{channelLabels[channel]}</span>
        {scheduledAt && (
          <time className="small soft number" dateTime={scheduledAt}>
            {moment(scheduledAt)}
          </time>
        )}
      </header>
      {title && <h4>{title}</h4>}
      <p className="prose">{text}</p>
      {assetId && <AssetFile assetId={assetId} alt="" />}
      {hashtags.length > 0 && <p className="post-tags">{hashtags.join(' ')}</p>}
      <footer className="post-foot small soft number">
        {cta && <span className="tag">{cta}</span>}
        <span>{say('characters', { count: number(count), most: number(postRules[channel].most) })}</span>
      </footer>
    </article>
  );
}
