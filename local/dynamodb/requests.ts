import * as z from 'zod';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';
import {
  type ActionName,
  isEngineError,
  runAction,
  type Store,
  type Table,
  validateRequest,
} from './dynalite-engine.ts';
import { cachedStore, type StagedStore, stageWrites, TableCache } from './staged-store.ts';

/** Runs single requests against a store. Writes wait for one another; reads do not wait. */
export class Requests {
  readonly store: Store;
  readonly #tables: Store;
  readonly #cache = new TableCache();
  #lastExclusive: Promise<unknown> = Promise.resolve();

  constructor(store: Store) {
    this.store = store;
    this.#tables = cachedStore(store, this.#cache);
  }

  /** Runs the work after all exclusive work before it. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#lastExclusive.then(work);
    this.#lastExclusive = result.catch(() => {});
    return result;
  }

  read(name: ActionName, request: unknown): Promise<object> {
    return this.run(name, request, this.#tables);
  }

  /** Runs a write and commits it with its index entries in one piece. */
  write(name: ActionName, request: unknown): Promise<object> {
    const validated = validateRequest(name, request, this.store);
    return this.exclusive(async () => {
      const staged = this.stage();
      const response = await runAction(name, validated, staged);
      await staged.commit();
      return response;
    });
  }

  /** Creates, changes or deletes a table. A new table is ACTIVE when this resolves. */
  changeTable(name: ActionName, request: unknown): Promise<object> {
    return this.exclusive(async () => {
      this.#cache.clear();
      const response = await this.run(name, request, this.store);
      if (name === 'createTable') await this.#untilActive(request);
      return response;
    });
  }

  /** dynalite activates a table in a timer of no delay. */
  async #untilActive(request: unknown): Promise<void> {
    for (;;) {
      const description = await this.run('describeTable', request, this.store);
      if (activeSchema.safeParse(description).success) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  stage(): StagedStore {
    return stageWrites(this.#tables);
  }

  /** Throws ResourceNotFoundException. */
  table(name: string): Promise<Table> {
    return new Promise((resolve, reject) => {
      this.#tables.getTable(name, true, (error, table) => (error || !table ? reject(error) : resolve(table)));
    });
  }

  async run(name: ActionName, request: unknown, store: Store): Promise<object> {
    return runAction(name, validateRequest(name, request, this.store), store);
  }
}

const activeSchema = z.object({ Table: z.object({ TableStatus: z.literal('ACTIVE') }) });

/** Consumed capacity as a response tells it; `Table` is there when the caller asked for INDEXES. */
export interface ConsumedCapacity {
  readonly TableName: string;
  CapacityUnits: number;
  readonly Table?: { CapacityUnits: number };
}

export const isConsumedCapacity = (value: unknown): value is ConsumedCapacity =>
  typeof value === 'object' && value !== null && 'TableName' in value && 'CapacityUnits' in value;

/** An engine's error in the form the protocol server tells; anything else stays what it is. */
export const asServiceError = (error: unknown): unknown => {
  if (!isEngineError(error)) return error;
  const { __type, message, ...details } = error.body;
  return new ServiceError(__type, message ?? error.message, { status: error.statusCode, details });
};

export const validationError = (message: string) =>
  new ServiceError('com.amazon.coral.validate#ValidationException', message);
