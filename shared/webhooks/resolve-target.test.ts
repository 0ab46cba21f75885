import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { checkedLookup, checkTarget, type ResolveName } from './resolve-target.ts';
import { rulesFor } from './target-policy.ts';

const answering =
  (...addresses: string[]): ResolveName =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const publicName = answering('93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c');

const refused = [
  ['private', '10.0.0.1'],
  ['private', '172.16.5.4'],
  ['private', '192.168.1.1'],
  ['loopback', '127.0.0.1'],
  ['link-local, where clouds answer with credentials', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['carrier-grade NAT, where another cloud answers', '100.100.100.200'],
  ['this network', '0.0.0.0'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['documentation', '203.0.113.7'],
  ['benchmarks', '198.18.0.1'],
  ['6to4 relay', '192.88.99.1'],
  ['loopback in IPv6', '::1'],
  ['unspecified in IPv6', '::'],
  ['unique local', 'fd00:ec2::254'],
  ['link-local in IPv6', 'fe80::1'],
  ['site-local', 'fec0::1'],
  ['multicast in IPv6', 'ff02::1'],
  ['IPv4-mapped', '::ffff:10.0.0.1'],
  ['IPv4-mapped, even of a public address', '::ffff:8.8.8.8'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['local NAT64', '64:ff9b:1::a00:1'],
  ['6to4', '2002:a00:1::1'],
  ['Teredo', '2001::1'],
  ['documentation in IPv6', '2001:db8::1'],
] as const;

describe('a public target', () => {
  it('may be a name with public addresses', async () => {
    await expect(checkTarget('https://hooks.example.com/astromedia?key=1', 'public', publicName)).resolves.toBe(
      undefined,
    );
  });

  it.each(refused)('may not be a name at a %s address, %s', async (_kind, address) => {
    const check = checkTarget('https://hooks.example.com/', 'public', answering(address));
    await expect(check).rejects.toThrow('hooks.example.com is not at a public address');
  });

  it.each(refused)('may not be written as a %s address, %s', async (_kind, address) => {
    const host = address.includes(':') ? `[${address}]` : address;
    await expect(checkTarget(`https://${host}/`, 'public', publicName)).rejects.toThrow('is not at a public address');
  });

  it('may not have one bad address among good ones', async () => {
    const check = checkTarget('https://hooks.example.com/', 'public', answering('93.184.215.14', '10.0.0.1'));
    await expect(check).rejects.toThrow('is not at a public address');
  });

  it.each([
    ['http://hooks.example.com/', 'must begin with https'],
    ['ftp://hooks.example.com/', 'must begin with https'],
    ['https://hooks.example.com:8443/', 'must use port 443'],
    ['https://hooks.example.com:22/', 'must use port 443'],
    ['https://user@hooks.example.com/', 'may not hold a user name'],
    ['https://user:word@hooks.example.com/', 'may not hold a user name'],
    ['https://hooks.example.com/#part', 'may not end in a fragment'],
    ['https://0x7f000001/', 'is not at a public address'],
    ['https://2130706433/', 'is not at a public address'],
    ['https://127.1/', 'is not at a public address'],
    ['http://localhost:3000/', 'must begin with https'],
  ])('may not be %s: it %s', async (url, reason) => {
    await expect(checkTarget(url, 'public', publicName)).rejects.toThrow(reason);
  });

  it('must have a name that can be resolved', async () => {
    const failing: ResolveName = () => Promise.reject(new Error('ENOTFOUND'));
    const check = (resolve: ResolveName) => checkTarget('https://nowhere.example.com/', 'public', resolve);
    await expect(check(failing)).rejects.toThrow('The name nowhere.example.com cannot be resolved.');
    await expect(check(answering())).rejects.toThrow('nowhere.example.com has no address.');
  });
});

describe('a target on the same machine', () => {
  const targets = 'public-and-loopback';

  it.each(['http://127.0.0.1:3000/', 'http://localhost:3000/', 'https://127.0.0.1:8443/', 'http://[::1]:3000/'])(
    'may be %s where loopback is allowed',
    async (url) => {
      await expect(checkTarget(url, targets, answering('127.0.0.1'))).resolves.toBe(undefined);
    },
  );

  it.each(['http://10.0.0.1/', 'https://169.254.169.254/', 'http://hooks.example.com/', 'ftp://localhost/'])(
    'opens nothing else, such as %s',
    async (url) => {
      await expect(checkTarget(url, targets, publicName)).rejects.toThrow(/public address|must begin with/);
    },
  );

  it('must say so: a public-looking name may not lead there', async () => {
    const check = checkTarget('https://hooks.example.com/', targets, answering('127.0.0.1'));
    await expect(check).rejects.toThrow('is not at a public address');
  });
});

describe('the look-up of a socket', () => {
  const rules = rulesFor(new URL('https://hooks.example.com/'), 'public');
  const look = (resolve: ResolveName, all: boolean) =>
    new Promise((settle) => {
      checkedLookup(rules, resolve)('hooks.example.com', { all }, (error, address: string | LookupAddress[]) =>
        settle(error?.message ?? address),
      );
    });

  it('answers with addresses that it has checked itself', async () => {
    expect(await look(answering('93.184.215.14'), false)).toBe('93.184.215.14');
    expect(await look(answering('93.184.215.14'), true)).toEqual([{ address: '93.184.215.14', family: 4 }]);
  });

  it('refuses a name that has moved to a private address since it was registered', async () => {
    const answers = ['93.184.215.14', '10.0.0.1'];
    const rebinding: ResolveName = async () => [{ address: answers.shift() ?? '', family: 4 }];
    await checkTarget('https://hooks.example.com/', 'public', rebinding);
    expect(await look(rebinding, true)).toContain('is not at a public address');
  });
});
