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
  if (!viewer || !edgeToken || !isSame(headers[originTokenHeader] ?? '', edgeToken)) return peerAddress;
  return viewer;
}

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.byteLength === second.byteLength && timingSafeEqual(first, second);
};
