import { ServiceError } from '../edge/service.ts';
import { type ActionName, isEngineError, runAction, type Store, validateRequest } from './dynalite-engine.ts';
import { type StagedStore, stageWrites } from './staged-store.ts';

/** Runs single requests against a store. Writes wait for one another; reads do not wait. */
export class Requests {
  readonly store: Store;
  #lastExclusive: Promise<unknown> = Promise.resolve();

  constructor(store: Store) {
    this.store = store;
  }

  /** Runs the work after all exclusive work before it. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#lastExclusive.then(work);
    this.#lastExclusive = result.catch(() => {});
    return result;
  }

  read(name: ActionName, request: unknown): Promise<object> {
    return runAction(name, validateRequest(name, request, this.store), this.store);
  }

  /** Runs a write and commits it in one piece. */
  write(name: ActionName, request: unknown): Promise<object> {
    const validated = validateRequest(name, request, this.store);
    return this.exclusive(async () => {
      const staged = this.stage();
      const response = await runAction(name, validated, staged);
      await staged.commit();
      return response;
    });
  }

  stage(): StagedStore {
    return stageWrites(this.store);
  }
}

/** An engine's error in the form the edge tells; anything else stays what it is. */
export const asServiceError = (error: unknown): unknown => {
  if (!isEngineError(error)) return error;
  const { __type, message, ...details } = error.body;
  return new ServiceError(__type, message ?? error.message, { status: error.statusCode, details });
};
