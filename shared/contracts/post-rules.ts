// What each network allows in one post and how it counts, as its own or its partners' documentation says: one dated table for agents,
// checks, report, export and API. Text and hashtags count together, as publishedText joins them.
import parseTweet from '@ambassify/twitter-text/dist/parseTweet.js';
import type { SocialNetwork } from './channels.ts';
import { graphemesOf } from './graphemes.ts';

interface PostRule {
  readonly most: number;
  readonly counts: keyof typeof counters;
  /** A second limit, on the bytes of UTF-8. */
  readonly mostBytes?: number;
  readonly source: string;
  readonly readOn: string;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const isEmoji = (part: string): boolean => /\p{Emoji_Presentation}|\uFE0F/u.test(part);

const counters = {
  /** X: an emoji or a CJK character is two, a link 23 whatever its length. What has more than 2,000 units is not even read. */
  'weighted characters': (text: string) => (text.length > 2000 ? text.length : parseTweet(text).weightedLength),
  'characters as seen': (text: string) => graphemesOf(text).length,
  'characters of UTF-16': (text: string) => text.length,
  'bytes of UTF-8': bytesOf,
  'characters, an emoji as its bytes': (text: string) =>
    graphemesOf(text).reduce((sum, part) => sum + (isEmoji(part) ? bytesOf(part) : [...part].length), 0),
} as const satisfies Record<string, (text: string) => number>;

const buffer = {
  counts: 'characters of UTF-16',
  source: 'developers.buffer.com/guides/character-limits',
  readOn: '2026-11-26',
} as const;

export const postRules: { readonly [Network in SocialNetwork]: PostRule } = {
  linkedin: { most: 3000, ...buffer },
  // Buffer keeps four of the 2,200 for itself.
  instagram: { most: 2200, ...buffer },
  // The network takes more; publishing tools stop here.
  facebook: { most: 5000, ...buffer },
  x: {
    most: 280,
    counts: 'weighted characters',
    source: 'docs.x.com, counting characters; twitter-text, configuration 3',
    readOn: '2026-11-26',
  },
  tiktok: { most: 2200, ...buffer },
  youtube: {
    most: 5000,
    counts: 'bytes of UTF-8',
    source: 'developers.google.com/youtube/v3/docs/videos, snippet.description',
    readOn: '2026-11-26',
  },
  pinterest: { most: 500, ...buffer },
  threads: {
    most: 500,
    counts: 'characters, an emoji as its bytes',
    source: 'developers.facebook.com/documentation/threads/posts, updated 2026-04-14',
    readOn: '2026-11-26',
  },
  bluesky: {
    most: 300,
    counts: 'characters as seen',
    mostBytes: 3000,
    source: 'lexicon app.bsky.feed.post, text',
    readOn: '2026-11-26',
  },
};

/** Where readers can follow a link: in the text itself, on a card or field beside it, or only in the profile. */
export const linkPlaces: { readonly [Network in SocialNetwork]: 'text' | 'card' | 'profile' } = {
  linkedin: 'text',
  instagram: 'profile',
  facebook: 'text',
  x: 'text',
  tiktok: 'profile',
  youtube: 'text',
  pinterest: 'card',
  threads: 'card',
  bluesky: 'card',
};

/** The length of a post as its network counts it; it must not be above the rule's `most`. A second limit that is fuller counts instead. */
export const postLength = (network: SocialNetwork, text: string): number => {
  const { counts, most, mostBytes } = postRules[network];
  const length = counters[counts](text);
  return mostBytes === undefined ? length : Math.max(length, Math.ceil((bytesOf(text) * most) / mostBytes));
};
