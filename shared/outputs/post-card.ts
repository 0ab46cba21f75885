// A post in the manner of its network, drawn by us, with the count that the network itself makes.
import { createElement as h, type ReactNode } from 'react';
import { publishedText } from '../contracts/agent-outputs.ts';
import { networkNames, type SocialNetwork } from '../contracts/channels.ts';
import { graphemesOf } from '../contracts/graphemes.ts';
import type { MediaRatio } from '../contracts/media-formats.ts';
import { postLength, postRules } from '../contracts/post-rules.ts';
import { useOutput } from './output-context.ts';
import { Meter, Paragraphs, written } from './parts.ts';

export interface PostCardProps {
  readonly channel: SocialNetwork;
  readonly title?: string | undefined;
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly cta?: string | undefined;
  readonly link?: string | undefined;
  readonly scheduledAt?: string | undefined;
  readonly assetId?: string | undefined;
  readonly assetRatio?: MediaRatio | undefined;
  /** Where links lead to. */
  readonly id?: string | undefined;
}

/** How networks arrange a post: text over a wide picture, a thread beside the face, the picture first, a film that fills all. */
const manners: Readonly<Record<SocialNetwork, 'feed' | 'thread' | 'picture' | 'film'>> = {
  linkedin: 'feed',
  facebook: 'feed',
  x: 'thread',
  threads: 'thread',
  bluesky: 'thread',
  instagram: 'picture',
  pinterest: 'picture',
  tiktok: 'film',
  youtube: 'film',
};

export function PostCard({ channel, title, text, hashtags, cta, link, assetId, assetRatio, ...post }: PostCardProps) {
  const { say, date, media } = useOutput();
  const { most, counts } = postRules[channel];
  const count = postLength(channel, publishedText({ channel, text, hashtags, link }));
  const when = post.scheduledAt && { iso: post.scheduledAt, text: date(post.scheduledAt, postMoment) };
  return h(
    'article',
    { className: 'card post', 'data-channel': channel, 'data-manner': manners[channel], id: post.id },
    h(
      'header',
      { className: 'post-head' },
      h(
        Author,
        null,
        networkNames[channel],
        when && [' · ', h('time', { key: 'when', dateTime: when.iso }, when.text)],
      ),
    ),
    h(
      'div',
      { className: 'post-text' },
      title && h('h4', written, title),
      h(Paragraphs, { text }),
      hashtags.length > 0 && h('p', { ...written, className: 'post-tags' }, hashtags.join(' ')),
    ),
    assetId && h('div', { className: 'post-media' }, media({ assetId, alt: '', ratio: assetRatio })),
    h(
      'footer',
      { className: 'post-foot' },
      cta && h('span', { ...written, className: 'cta' }, cta),
      h(
        'span',
        { className: 'count' },
        h(Meter, { share: count / most, isOver: count > most }),
        ' ',
        say('countedAs', { count, most, unit: say(counts) }),
      ),
    ),
  );
}

const postMoment = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** The brand as the one who speaks: its initials for a face, its name, and where it says this. */
export function Author({ children }: { readonly children?: ReactNode }) {
  const { brand } = useOutput();
  return [
    h('span', { ...written, key: 'face', className: 'face', 'aria-hidden': true }, initials(brand)),
    h('span', { key: 'name' }, h('strong', written, brand), ' ', h('span', { className: 'post-place' }, children)),
  ];
}

const initials = (brand: string): string =>
  brand
    .split(/\s+/)
    .map((word) => graphemesOf(word)[0] ?? '')
    .filter((letter) => /[\p{L}\p{N}]/u.test(letter))
    .slice(0, 2)
    .join('')
    .toLocaleUpperCase();
