// What providers say of themselves: their catalogues, and how much is left on a key. Free, and no question to a model.
import { type FakeProtocol, sendJson } from './protocol.ts';

/** By path without its query. A test changes it on the way. */
export type FakeCatalogues = Record<string, unknown>;

export const catalogueProtocol = (catalogues: FakeCatalogues): FakeProtocol => ({
  name: 'catalogue',
  isAside: true,
  reads: (method, path) =>
    method === 'GET' && pathOf(path) in catalogues ? { model: '', isStreamed: false } : undefined,
  answer: (response, _answer, { path }) => {
    const found = catalogues[pathOf(path)];
    return typeof found === 'number'
      ? sendJson(response, found, { error: { code: found, message: 'The fake provider was told to fail.' } })
      : sendJson(response, 200, found);
  },
  error: (status, message) => ({ error: { code: status, message } }),
});

const pathOf = (path: string): string => path.split('?')[0] ?? path;
