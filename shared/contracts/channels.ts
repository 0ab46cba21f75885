// The channels a campaign can use, and what each network allows in one post. Limits are those of the networks themselves.
import * as z from 'zod';

export const channels = [
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'tiktok',
  'youtube',
  'pinterest',
  'threads',
  'bluesky',
  'email',
  'blog',
  'search',
] as const;

const aliases: Record<string, (typeof channels)[number]> = {
  twitter: 'x',
  'x (twitter)': 'x',
  'twitter/x': 'x',
  'e-mail': 'email',
  newsletter: 'email',
  website: 'blog',
  'google ads': 'search',
  seo: 'search',
};

/** Accepts a channel's label in any case ("LinkedIn", "Twitter") and yields its identifier. */
export const channelSchema = z
  .preprocess((value) => {
    if (typeof value !== 'string') return value;
    const label = value.trim().toLowerCase();
    return aliases[label] ?? label;
  }, z.enum(channels))
  .describe(`Channel: ${channels.join(', ')}`);
export type Channel = (typeof channels)[number];

/** Most characters of one post, hashtags and link included; channels that are not social networks have no posts. */
export const postCharacterLimits = {
  linkedin: 3000,
  instagram: 2200,
  facebook: 5000,
  x: 280,
  tiktok: 2200,
  youtube: 5000,
  pinterest: 500,
  threads: 500,
  bluesky: 300,
} as const satisfies Partial<Record<Channel, number>>;

export const socialNetworks = Object.keys(postCharacterLimits) as (keyof typeof postCharacterLimits)[];
export const socialNetworkSchema = z.enum(socialNetworks);
export type SocialNetwork = keyof typeof postCharacterLimits;

export const channelLabels: Record<Channel, string> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  pinterest: 'Pinterest',
  threads: 'Threads',
  bluesky: 'Bluesky',
  email: 'E-mail',
  blog: 'Blog',
  search: 'Search',
};
