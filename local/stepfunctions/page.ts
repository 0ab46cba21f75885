import { ServiceError } from './json-protocol-server.ts';

/** One page of a list and, when there is more, the token that leads on. Throws InvalidToken for a token not ours. */
export const page = <Item>(
  items: readonly Item[],
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
  defaultSize: number,
): { items: Item[]; nextToken: string | undefined } => {
  const start = nextToken === undefined ? 0 : startOf(nextToken);
  const end = start + (maxResults || defaultSize);
  return { items: items.slice(start, end), nextToken: end < items.length ? tokenOf(end) : undefined };
};

const tokenOf = (start: number) => Buffer.from(`from:${start}`).toString('base64url');

const startOf = (token: string): number => {
  const start = /^from:(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw new ServiceError('InvalidToken', 'Invalid nextToken');
  return Number(start);
};
