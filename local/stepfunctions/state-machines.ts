import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readJsonFile } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';
import { type PreparedDefinition, prepareDefinition } from './definition.ts';
import { ServiceError } from './json-protocol-server.ts';

const stateMachineSchema = z.object({
  name: z.string(),
  arn: z.string(),
  definition: z.string(),
  roleArn: z.string(),
  type: z.string(),
  /** Epoch milliseconds. */
  creationDate: z.number(),
  updateDate: z.number(),
  revisionId: z.string(),
});

/** One state machine as it is kept. */
export type StateMachineRecord = z.output<typeof stateMachineSchema>;

/** The state machines of a directory. Each definition is validated once, when it is written or first loaded. */
export class StateMachines {
  readonly #path: string | undefined;
  readonly #records: Map<string, StateMachineRecord>;
  readonly #prepared = new Map<string, { revisionId: string; definition: PreparedDefinition }>();

  private constructor(path: string | undefined, records: StateMachineRecord[]) {
    this.#path = path;
    this.#records = new Map(records.map((record) => [record.arn, record]));
  }

  /** Reads the directory's state machines; without a directory nothing is kept. Throws CorruptStateError. */
  static async open(directory: string | undefined): Promise<StateMachines> {
    if (directory === undefined) return new StateMachines(undefined, []);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const path = join(directory, 'state-machines.json');
    return new StateMachines(path, (await readJsonFile(path, z.array(stateMachineSchema), { directory })) ?? []);
  }

  list(): StateMachineRecord[] {
    return [...this.#records.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  find(arn: string): StateMachineRecord | undefined {
    return this.#records.get(arn);
  }

  /** Throws StateMachineDoesNotExist. */
  get(arn: string): StateMachineRecord {
    const record = this.#records.get(arn);
    if (record) return record;
    throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  }

  /** The definition, ready to run. Throws StateMachineDoesNotExist or InvalidDefinition. */
  prepared(arn: string): PreparedDefinition {
    const record = this.get(arn);
    const known = this.#prepared.get(arn);
    if (known?.revisionId === record.revisionId) return known.definition;
    const definition = prepareDefinition(record.definition);
    this.#prepared.set(arn, { revisionId: record.revisionId, definition });
    return definition;
  }

  /** Keeps a new or changed state machine. Throws InvalidDefinition. */
  async save(record: StateMachineRecord): Promise<void> {
    const definition = prepareDefinition(record.definition);
    this.#prepared.set(record.arn, { revisionId: record.revisionId, definition });
    this.#records.set(record.arn, record);
    await this.#write();
  }

  async #write(): Promise<void> {
    if (this.#path !== undefined) await writeFileAtomically(this.#path, JSON.stringify(this.list(), null, 2));
  }
}
