import type { IncomingMessage } from 'node:http';

/** The whole body, or undefined when it is larger. It is read to its end in either case: only then may a client hear of it. */
export const readBody = (request: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maximumBytes) chunks.push(chunk);
    });
    request.once('error', reject);
    request.once('end', () => resolve(bytes <= maximumBytes ? Buffer.concat(chunks) : undefined));
  });
