import { expect, it } from 'vitest';
import { clientAddressOf } from './client-address.ts';

const token = 'd3b07384-d113-4ec6-a7cb-1a2b3c4d5e6f';
const viewer = { 'x-viewer-address': '203.0.113.9' };

it.each([
  ['nothing in between', {}, token, '192.0.2.1'],
  ['an edge of ours', { ...viewer, 'x-origin-token': token }, token, '203.0.113.9'],
  ['somebody who claims to be an edge', viewer, token, '192.0.2.1'],
  ['somebody who guesses the token', { ...viewer, 'x-origin-token': 'guess' }, token, '192.0.2.1'],
  ['no token to compare with', { ...viewer, 'x-origin-token': '' }, undefined, '192.0.2.1'],
])('with %s believes whom it may', (_what, headers, known, address) => {
  expect(clientAddressOf({ headers, peerAddress: '192.0.2.1' }, known)).toBe(address);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (peerAddress, counted) => {
  expect(clientAddressOf({ headers: {}, peerAddress }, token)).toBe(counted);
});
