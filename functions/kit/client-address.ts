// Whose address tries are counted for. Behind CloudFront everybody would share a few addresses of the edge; the edge says who it
// asks for (infra/edge/viewer-address.js), and proves to be ours by a token that only the stacks know. Without that proof the header is
// anybody's claim.
import { timingSafeEqual } from 'node:crypto';
import type { GatewayRequest } from './gateway-request.ts';

const originTokenHeader = 'x-origin-token';
const viewerAddressHeader = 'x-viewer-address';

/** The client's address; that of whoever talked to the gateway when no edge of ours stands in between. */
export function clientAddressOf(
  { headers, peerAddress }: Pick<GatewayRequest, 'headers' | 'peerAddress'>,
  edgeToken: string | undefined,
): string {
  const viewer = headers[viewerAddressHeader];
  if (!viewer || !edgeToken || !isSame(headers[originTokenHeader] ?? '', edgeToken)) return countedAs(peerAddress);
  return countedAs(viewer);
}

/** A customer of IPv6 has a whole /64: counting each of its addresses on its own would hold nobody back. IPv4 stays as it is. */
function countedAs(address: string): string {
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1); // IPv4 as sockets of IPv6 write it: ::ffff:192.0.2.1
  const [head = '', tail] = address.toLowerCase().split('::');
  const groupsOf = (text: string) => text.split(':').filter(Boolean);
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const between = Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => '0');
  const network = [...before, ...between, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.byteLength === second.byteLength && timingSafeEqual(first, second);
};
