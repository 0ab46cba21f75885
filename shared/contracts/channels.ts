// The channels a campaign can use, and what people call them. What a network allows in a post is in post-rules.ts.
import * as z from 'zod';
import type { Language } from './language.ts';

/** Channels that have posts; the others have pages, mails and ads. */
export const socialNetworks = [
  'linkedin',
  'instagram',
  'facebook',
  'x',
  'tiktok',
  'youtube',
  'pinterest',
  'threads',
  'bluesky',
] as const;
export const channels = [...socialNetworks, 'email', 'blog', 'search'] as const;
export type Channel = (typeof channels)[number];

/** What people write, in both languages, without accents, points, spaces and signs: "Google Ads", "e-mailing", "X (Twitter)". */
const aliases: { readonly [Id in Channel]: readonly string[] } = {
  linkedin: ['linkedinpage', 'linkedinads', 'linkdin', 'linkedln', 'li'],
  instagram: ['insta', 'ig', 'instagramreels', 'reels', 'instagramads', 'instagramstories'],
  facebook: ['fb', 'meta', 'facebookads', 'metaads', 'facebookpage', 'pagefacebook'],
  x: ['twitter', 'xtwitter', 'twitterx', 'xcom', 'xextwitter', 'xformerlytwitter'],
  tiktok: ['tiktokads', 'tt'],
  youtube: ['yt', 'youtubeshorts', 'shorts', 'youtubeads'],
  pinterest: ['pinterestads', 'pins'],
  threads: ['thread'],
  bluesky: ['bsky', 'blueskysocial'],
  email: [
    'mail',
    'mails',
    'emails',
    'emailing',
    'mailing',
    'newsletter',
    'newsletters',
    'infolettre',
    'courriel',
    'courriels',
    'emailmarketing',
    'marketingemail',
  ],
  blog: [
    'website',
    'site',
    'siteweb',
    'siteinternet',
    'web',
    'article',
    'articles',
    'blogging',
    'blogue',
    'contentmarketing',
  ],
  search: [
    'google',
    'googleads',
    'googleadwords',
    'adwords',
    'googlesearch',
    'seo',
    'sea',
    'sem',
    'ppc',
    'bing',
    'bingads',
    'microsoftads',
    'searchads',
    'recherche',
    'referencement',
    'referencementnaturel',
    'paidsearch',
    'searchengine',
  ],
};

const letters = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const known = new Map(channels.flatMap((id) => [id, ...aliases[id]].map((name) => [name, id] as const)));

/** Accepts what people call a channel ("LinkedIn", "Twitter", "Google Ads", "newsletter") and yields its identifier. */
export const channelSchema = z
  .preprocess((value) => {
    if (typeof value !== 'string') return value;
    return known.get(letters(value)) ?? value;
  }, z.enum(channels))
  .describe(`Channel: ${channels.join(', ')}`);
export type SocialNetwork = (typeof socialNetworks)[number];
export const socialNetworkSchema = z.enum(socialNetworks);
export const isSocialNetwork = (channel: Channel): channel is SocialNetwork =>
  (socialNetworks as readonly Channel[]).includes(channel);

/** A network has one name in every language. */
export const networkNames: Record<SocialNetwork, string> = {
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  pinterest: 'Pinterest',
  threads: 'Threads',
  bluesky: 'Bluesky',
};

const otherNames: Record<Exclude<Channel, SocialNetwork>, Record<Language, string>> = {
  email: { en: 'E-mail', fr: 'E-mail' },
  blog: { en: 'Blog', fr: 'Blog' },
  search: { en: 'Search', fr: 'Recherche' },
};

/** What a channel is called in a list, in the reader's language. */
export const channelName = (channel: Channel, language: Language): string =>
  isSocialNetwork(channel) ? networkNames[channel] : otherNames[channel][language];
