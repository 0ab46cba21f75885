// What is counted while a campaign runs: a plain heap of numbers that the counters add to.
import type { LambdaName } from '../../../shared/contracts/lambdas.ts';

export interface FunctionTally {
  invocations: number;
  /** Wall time in the handler on this machine, all invocations together. */
  handlerMilliseconds: number;
  /** Requests the function sent to AWS services. */
  serviceCalls: number;
  /** Most invocations that ran at the same time: as many execution environments. */
  mostAtOnce: number;
}

export interface Tally {
  readonly functions: Map<LambdaName, FunctionTally>;
  /** Requests by service and operation, such as `s3 PUT`. */
  readonly requests: Map<string, number>;
  /** Names, with dimensions, of the custom metrics that were emitted. */
  readonly metrics: Set<string>;
  writeUnits: number;
  readUnits: number;
  bucketBytesIn: number;
  socketFrames: number;
  socketBytes: number;
  answerBytes: number;
  logLines: number;
  logBytes: number;
}

export const emptyTally = (): Tally => ({
  functions: new Map(),
  requests: new Map(),
  metrics: new Set(),
  writeUnits: 0,
  readUnits: 0,
  bucketBytesIn: 0,
  socketFrames: 0,
  socketBytes: 0,
  answerBytes: 0,
  logLines: 0,
  logBytes: 0,
});

/** The entry of a function, made at its first mention. */
export function functionTally({ functions }: Tally, name: LambdaName): FunctionTally {
  const found = functions.get(name) ?? { invocations: 0, handlerMilliseconds: 0, serviceCalls: 0, mostAtOnce: 0 };
  functions.set(name, found);
  return found;
}

/** Adds one request of a service. */
export function addRequest({ requests }: Tally, operation: string): void {
  requests.set(operation, (requests.get(operation) ?? 0) + 1);
}
