import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPostWebhook, type PostParts } from './post-webhook.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Where a receiver listens that answers as told. */
async function receiverThat(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/hook`;
}

const post = (url: string, parts: Partial<PostParts> = {}) =>
  createPostWebhook({
    targets: 'public-and-loopback',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...parts,
  })({ url, headers: { 'content-type': 'application/json', 'x-test': 'yes' }, body: '{"é":1}' });

describe('an attempt', () => {
  it('posts headers and body, and answers with the status and what came back', async () => {
    const seen: unknown[] = [];
    const url = await receiverThat(async (request, response) => {
      seen.push(request.method, request.url, request.headers['x-test'], request.headers['content-length']);
      for await (const chunk of request) seen.push(String(chunk));
      response.writeHead(201).end('thanks');
    });
    expect(await post(url)).toEqual({ status: 201, response: 'thanks' });
    expect(seen).toEqual(['POST', '/hook', 'yes', '8', '{"é":1}']);
  });

  it('tells when the receiver wants to be asked again', async () => {
    const url = await receiverThat((_request, response) => void response.writeHead(429, { 'retry-after': '7' }).end());
    expect(await post(url)).toEqual({ status: 429, response: '', retryAfter: '7' });
  });

  it('never throws, whatever cannot be sent', async () => {
    const unsendable = createPostWebhook({ targets: 'public', resolve: async () => [] });
    const attempts = [
      unsendable({ url: 'nowhere', headers: {}, body: '' }),
      unsendable({ url: 'https://hooks.example.com/', headers: { 'x-bad': 'line\nbreak' }, body: '' }),
      unsendable({ url: 'https://hooks.example.com/', headers: { 'b a d': 'name' }, body: '' }),
    ];
    expect(await Promise.all(attempts)).toEqual([
      { failure: 'The request failed (ERR_INVALID_URL).' },
      { failure: 'The request failed (ERR_INVALID_CHAR).' },
      { failure: 'The request failed (ERR_INVALID_HTTP_TOKEN).' },
    ]);
  });

  it('reads 1 KB of an endless answer and hangs up', async () => {
    const { promise: hungUp, resolve } = Promise.withResolvers<string>();
    const url = await receiverThat((_request, response) => {
      const timer = setInterval(() => response.write('x'.repeat(700)), 1);
      response.on('close', () => {
        clearInterval(timer);
        resolve('hung up');
      });
    });
    expect(await post(url)).toEqual({ status: 200, response: 'x'.repeat(1024) });
    expect(await hungUp).toBe('hung up');
  });

  it('waits no longer than its time for a receiver that says nothing', async () => {
    const url = await receiverThat(() => {});
    expect(await post(url, { timeoutMilliseconds: 50 })).toEqual({ failure: 'There was no answer within 0.05 s.' });
  });

  it('keeps the status of an answer that never ends', async () => {
    const url = await receiverThat((_request, response) => void response.writeHead(200).write('begun'));
    expect(await post(url, { timeoutMilliseconds: 200 })).toEqual({ status: 200, response: 'begun' });
  });

  it('follows no redirect', async () => {
    let requests = 0;
    const url = await receiverThat((_request, response) => {
      requests += 1;
      response.writeHead(308, { location: '/elsewhere' }).end();
    });
    expect(await post(url)).toEqual({ status: 308, response: '' });
    expect(requests).toBe(1);
  });

  it('never connects to an address that its look-up refuses, whatever was found at registration', async () => {
    let requests = 0;
    const url = await receiverThat((_request, response) => {
      requests += 1;
      response.end();
    });
    const { port } = new URL(url);
    const refusal = {
      failure:
        'hooks.example.com is not at a public address: private, loopback, link-local and reserved addresses are refused.',
    };
    expect(await post('https://hooks.example.com/', { targets: 'public' })).toEqual(refusal);
    expect(await post('https://hooks.example.com/')).toEqual(refusal);
    expect(await post(`http://127.0.0.1:${port}/hook`, { targets: 'public' })).toEqual({
      failure: 'The URL must begin with https.',
    });
    expect(requests).toBe(0);
  });

  it('says in words why there was no answer', async () => {
    const url = await receiverThat((request) => request.socket.destroy());
    expect(await post(url)).toEqual({ failure: 'The connection was cut before an answer came.' });
    const missing = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await post('https://nowhere.example.com/', { resolve: missing })).toEqual({
      failure: 'The name cannot be resolved.',
    });
  });
});
