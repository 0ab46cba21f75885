import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { isFileError, parseJson } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

/** One execution as it is journaled. Dates are epoch milliseconds; input and output are JSON texts. */
const executionRecordSchema = z.object({
  name: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  startDate: z.number(),
  stopDate: z.number().optional(),
  /** Nothing of it ran for a while: it waits for somebody's answer. Left out otherwise. */
  parked: z.literal(true).optional(),
  /** Left out of an ended execution when it is long. */
  input: z.string().optional(),
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});

export type ExecutionRecord = z.output<typeof executionRecordSchema>;

/** Above this, an ended execution's input and output are not kept: steps pass ids, so only tests come near. */
const maximumKeptBytes = 4096;
/** AWS refuses to use an execution's name again for 90 days. */
const keptMilliseconds = 90 * 24 * 60 * 60 * 1000;

/**
 * The executions that started and ended, as lines appended to one file; the last line of a name counts. A line torn by
 * a crash is dropped at the next start: the call that wrote it was never answered. Concurrent appends share one write.
 * Lines are not flushed one by one: a killed process loses nothing, a power cut may lose the last second.
 */
export class ExecutionsJournal {
  readonly #path: string;
  #unwritten: string[] = [];
  #writing: Promise<void> | undefined;

  private constructor(path: string) {
    this.#path = path;
  }

  /** Reads and compacts the journal of a directory. Throws CorruptStateError. */
  static async open(
    directory: string,
    now: number,
  ): Promise<{ journal: ExecutionsJournal; records: Map<string, ExecutionRecord> }> {
    const path = join(directory, 'executions.jsonl');
    const latest = new Map((await readRecords(path, directory)).map((record) => [record.name, record]));
    const kept = [...latest].filter(([, { stopDate = now }]) => now - stopDate < keptMilliseconds);
    await writeFileAtomically(path, kept.map(([, record]) => `${JSON.stringify(record)}\n`).join(''));
    return { journal: new ExecutionsJournal(path), records: new Map(kept) };
  }

  /** Appends a record; resolves when it is written. */
  append(record: ExecutionRecord): Promise<void> {
    this.#unwritten.push(`${JSON.stringify(record)}\n`);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  /** Resolves when everything appended so far is written. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      // One turn later, so that everything appended in the same moment shares the write.
      await new Promise(setImmediate);
      while (this.#unwritten.length > 0) {
        const lines = this.#unwritten.join('');
        this.#unwritten = [];
        await appendFile(this.#path, lines, { mode: 0o600 });
      }
    } finally {
      this.#writing = undefined;
    }
  }
}

/** The form in which an ended execution is kept. */
export const compactRecord = ({ input, output, parked: _parked, ...rest }: ExecutionRecord): ExecutionRecord => ({
  ...rest,
  ...(input !== undefined && input.length <= maximumKeptBytes ? { input } : {}),
  ...(output !== undefined && output.length <= maximumKeptBytes ? { output } : {}),
});

const readRecords = async (path: string, directory: string): Promise<ExecutionRecord[]> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return '';
    throw error;
  });
  // Every whole line ends in a newline: what follows the last one is the torn rest of a crash.
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => parseJson(line, executionRecordSchema, path, directory));
};
