// The one way in which the services keep what fits into memory: a JSON file of a known shape, replaced in one step.
import type * as z from 'zod';
import { readJsonFile } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

export interface JsonFileOptions<Schema extends z.ZodType> {
  readonly path: string;
  readonly schema: Schema;
  /** What it holds as long as it was never written. */
  readonly initial: z.output<Schema>;
  /** What to delete to begin afresh; the file itself without it. */
  readonly directory?: string | undefined;
  /** False for what a power cut may lose; a killed process loses nothing in either case. */
  readonly flush?: boolean;
}

export class JsonFile<Value> {
  /** Change it, then save. */
  content: Value;
  readonly #path: string;
  readonly #flush: boolean;
  #nextWrite: Promise<void> | undefined;
  #lastWrite: Promise<void> = Promise.resolve();

  private constructor(path: string, content: Value, flush: boolean) {
    this.#path = path;
    this.content = content;
    this.#flush = flush;
  }

  /** Reads the file. Throws CorruptStateError for anything of another shape. */
  static async open<Schema extends z.ZodType>({
    path,
    schema,
    initial,
    directory,
    flush = true,
  }: JsonFileOptions<Schema>): Promise<JsonFile<z.output<Schema>>> {
    const kept = await readJsonFile(path, schema, directory === undefined ? {} : { directory });
    return new JsonFile(path, kept ?? initial, flush);
  }

  /** Resolves when the content is in the file. Changes made while it is being written share the next write. */
  save(): Promise<void> {
    this.#nextWrite ??= this.#lastWrite
      .catch(() => {}) // whoever saved heard of it; this write tries again
      .then(() => {
        this.#nextWrite = undefined;
        const text = JSON.stringify(this.content, null, 2);
        this.#lastWrite = writeFileAtomically(this.#path, text, { flush: this.#flush });
        return this.#lastWrite;
      });
    return this.#nextWrite;
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await (this.#nextWrite ?? this.#lastWrite);
  }
}
