// Where a webhook may point. A tenant chooses the address and our functions call it, so nothing inside our own or anybody's private
// network may be reached that way. Knows addresses; looks no name up.
import ipaddr from 'ipaddr.js';
import type { Environment } from '../contracts/environment.ts';

/** `public-and-loopback` lets a developer receive on http://127.0.0.1, on a platform that runs on the same machine. */
export type WebhookTargets = Environment<'WEBHOOK_TARGETS'>['WEBHOOK_TARGETS'];

/** The rules of one URL: what is wrong with it, and which addresses its host may have. */
export interface TargetRules {
  /** Why it may not be called at all, in words. */
  readonly refusal: string | undefined;
  /** Whether a look-up of its host may answer with the address. */
  readonly admits: (address: string) => boolean;
}

export function rulesFor(url: URL, targets: WebhookTargets): TargetRules {
  const host = hostOf(url);
  const isOwnMachine = targets === 'public-and-loopback' && (host === 'localhost' || rangeOf(host) === 'loopback');
  const admits = (address: string) => rangeOf(address) === (isOwnMachine ? 'loopback' : 'unicast');
  return { refusal: refusalOf(url, host, isOwnMachine, admits), admits };
}

/** The host as a name or an address, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

export const addressRefusal = (host: string): string =>
  `${host} is not at a public address: private, loopback, link-local and reserved addresses are refused.`;

function refusalOf(url: URL, host: string, isOwnMachine: boolean, admits: TargetRules['admits']): string | undefined {
  if (url.username || url.password) return 'A URL may not hold a user name or password: check the signature instead.';
  if (url.hash) return 'A URL may not end in a fragment: it would never arrive.';
  if (isOwnMachine) return /^https?:$/.test(url.protocol) ? undefined : 'The URL must begin with http or https.';
  if (url.protocol !== 'https:') return 'The URL must begin with https.';
  if (url.port) return 'The URL must use port 443.';
  if (ipaddr.isValid(host) && !admits(host)) return addressRefusal(host);
  return undefined;
}

/**
 * `unicast` is what is reachable publicly; IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo) has ranges of its own. Of IPv6, only what
 * is handed out to the public counts: what nobody has named yet is not taken for public.
 */
function rangeOf(text: string): string | undefined {
  if (!ipaddr.isValid(text)) return undefined;
  const address = ipaddr.parse(text);
  const range = address.range();
  const isUnnamed = address instanceof ipaddr.IPv6 && range === 'unicast' && !address.match(handedOut);
  return isUnnamed ? 'reserved' : range;
}

const handedOut = ipaddr.IPv6.parseCIDR('2000::/3');
