// Addresses that tell where a visitor came from, in the names that every measuring tool reads. Pure.
import type { Channel } from '../../contracts/channels.ts';

/** Lower case letters, digits and hyphens: what survives every tool unchanged. */
export const trackingName = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '') || 'campaign';

const medium = (channel: Channel): string => (channel === 'email' ? 'email' : channel === 'search' ? 'cpc' : 'social');

/** The address with source, medium and campaign ("paniers-20270104"); what it carried before stays. */
export function utmLink(
  website: string,
  {
    channel,
    campaignName,
    startsOn,
  }: { readonly channel: Channel; readonly campaignName: string; readonly startsOn: string },
): string {
  const url = new URL(website);
  url.searchParams.set('utm_source', channel === 'search' ? 'google' : channel);
  url.searchParams.set('utm_medium', medium(channel));
  url.searchParams.set('utm_campaign', `${trackingName(campaignName)}-${startsOn.replaceAll('-', '')}`);
  return url.href;
}
