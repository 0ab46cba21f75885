import { createInterface, type Interface } from 'node:readline';

/** Answers typed by a person or piped in, one line each. */
export interface LineReader {
  /** The next line without surrounding space; undefined at the end of the input, or when the signal gives up waiting. */
  next(signal?: AbortSignal): Promise<string | undefined>;
  close(): void;
}

interface Streams {
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
  /** Ctrl-C, which the terminal hands to whoever reads it. */
  readonly onInterrupt: () => void;
}

/** Reads nothing before the first question, so that a run without questions leaves the input alone. */
export const createLineReader = ({ input, output, onInterrupt }: Streams): LineReader => {
  const lines: string[] = [];
  let lineReader: Interface | undefined;
  let ended = false;
  let wake = () => {};

  const open = (): void => {
    if (lineReader || ended) return;
    lineReader = createInterface({ input, ...(input.isTTY ? { output } : {}), terminal: input.isTTY ?? false });
    lineReader.on('line', (line) => {
      lines.push(line.trim());
      wake();
    });
    lineReader.on('SIGINT', onInterrupt);
    lineReader.on('close', () => {
      ended = true;
      wake();
    });
  };

  const next = async (signal?: AbortSignal): Promise<string | undefined> => {
    open();
    while (lines.length === 0 && !ended && !signal?.aborted) {
      await new Promise<void>((settle) => {
        wake = settle;
        signal?.addEventListener('abort', () => settle(), { once: true });
      });
    }
    return signal?.aborted ? undefined : lines.shift();
  };

  return { next, close: () => lineReader?.close() };
};
