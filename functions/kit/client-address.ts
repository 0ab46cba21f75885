// Whose address tries are counted for. Behind CloudFront everybody would share a few addresses of the edge; the edge says who it
// asks for (infra/edge/viewer-address.js), and proves to be ours by a token that only the stacks know. Without that proof the header is
// anybody's claim.
import { timingSafeEqual } from 'node:crypto';
import ipaddr from 'ipaddr.js';
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
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address); // also takes an IPv4 address out of the IPv6 notation that some sockets write it in
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`)}/64`;
}

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.byteLength === second.byteLength && timingSafeEqual(first, second);
};
