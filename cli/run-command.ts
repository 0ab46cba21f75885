import { ApiProblem, ApiUnreachable, UnexpectedAnswer } from '../shared/client/api-errors.ts';
import { ExportDamaged } from '../shared/export/unzip-export.ts';
import { CommandFailed } from './command-errors.ts';

type Command = (signal: AbortSignal, interrupt: () => void) => Promise<number>;

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGPIPE: 141 } as const;
/** One Ctrl-C can arrive twice (from the terminal and handed on by npm); a later one means "now". */
const impatienceMilliseconds = 1_000;

/**
 * Runs a command to its end and exits with its code. A first signal lets it clean up, and `onStop` is said; a later one
 * ends it at once. Errors a person can act on are printed as sentences, others with their stack.
 */
export const runCommand = async (command: Command, onStop: () => string): Promise<never> => {
  const stopping = new AbortController();
  let stopCode: number | undefined;
  let stoppedAt = 0;
  const stop = (signal: keyof typeof exitCodes) => {
    if (stopCode === undefined) {
      stopCode = exitCodes[signal];
      stoppedAt = Date.now();
      stopping.abort();
    } else if (Date.now() - stoppedAt > impatienceMilliseconds) process.exit(stopCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  // Whoever read the output is gone, as in `… | head`: stop in order rather than die of the next line.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop('SIGPIPE'));
  try {
    const code = await command(stopping.signal, () => stop('SIGINT'));
    if (stopCode === undefined) process.exit(code);
  } catch (error) {
    if (stopCode === undefined) process.exit(explain(error));
  }
  console.error(`\n${onStop()}`);
  process.exit(stopCode);
};

const explain = (error: unknown): number => {
  if (error instanceof CommandFailed) {
    console.error(error.message);
    return error.exitCode;
  }
  const isExpected = [ApiProblem, ApiUnreachable, UnexpectedAnswer, ExportDamaged].some(
    (kind) => error instanceof kind,
  );
  console.error(isExpected && error instanceof Error ? error.message : error);
  return 1;
};
