// How calls to each model, and to each provider as a whole, have ended lately, and until when nobody asks it. Every write is conditional: until
// when it rests only grows, and of several that would try it again one may.
import * as z from 'zod';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const circuitSchema = z.object({
  provider: z.string(),
  /** Of one model, or `*` for the provider. */
  model: z.string(),
  /** The minute (epoch) that is counted, and the calls in it. */
  minute: z.int(),
  calls: z.number(),
  failures: z.number(),
  /** Failures since the last success. */
  streak: z.number(),
  /** Epoch ms, and how often it has been opened without a success in between. */
  openUntil: z.number().optional(),
  opens: z.number().optional(),
  reason: z.string().optional(),
  /** Somebody tries it until then. */
  probeUntil: z.number().optional(),
});
export type CircuitBreaker = z.infer<typeof circuitSchema>;
export type CircuitBreakerName = Pick<CircuitBreaker, 'provider' | 'model'>;

export interface Count {
  readonly minute: number;
  /** Calls to be counted, those before this one that nobody has counted yet included. */
  readonly calls: number;
  readonly isFailure: boolean;
}

/** A circuit that nobody has written to for a day has been forgotten; it is closed anyway. */
const keptSeconds = 24 * 60 * 60;

export type CircuitBreakerStore = ReturnType<typeof createCircuitBreakerStore>;

/** `mark`: of the settings of providers. Others, such as another key, begin with closed circuits. */
export function createCircuitBreakerStore(table: Table, mark: () => Promise<string> = async () => '-') {
  const keyOf = async ({ provider, model }: CircuitBreakerName) => keys.circuit(await mark(), provider, model);
  const expiresAt = (minute: number) => minute * 60 + keptSeconds;

  return {
    /** Access pattern 37. */
    all: async (): Promise<CircuitBreaker[]> =>
      table.queryAll({ ...lists.circuits(await mark()), consistent: true }, circuitSchema),

    /** Counts a call that has ended and answers with the circuit after it, or undefined when a later minute is counted already. */
    async count(name: CircuitBreakerName, { minute, calls, isFailure }: Count): Promise<CircuitBreaker | undefined> {
      const failures = isFailure ? 1 : 0;
      const streak = isFailure ? 'if_not_exists(streak, :zero) + :one' : ':zero';
      const values = { ':zero': 0, ':minute': minute, ':calls': calls, ':failures': failures };
      const one = isFailure ? { ':one': 1 } : {};
      const sameMinute = await table.update(
        await keyOf(name),
        {
          expression: `SET streak = ${streak} ADD calls :calls, failures :failures`,
          condition: '#minute = :minute',
          names: { '#minute': 'minute' },
          values: { ...values, ...one },
        },
        circuitSchema,
      );
      if (sameMinute) return sameMinute;
      return table.upsert(
        await keyOf(name),
        {
          expression: `SET streak = ${streak}, #minute = :minute, calls = :calls, failures = :failures, #provider = :provider, #model = :model, expiresAt = :expiresAt`,
          condition: 'attribute_not_exists(#minute) OR #minute < :minute',
          names: { '#minute': 'minute', '#provider': 'provider', '#model': 'model' },
          values: {
            ...values,
            ...one,
            ...{ ':provider': name.provider, ':model': name.model, ':expiresAt': expiresAt(minute) },
          },
        },
        circuitSchema,
      );
    },

    /** Opens a circuit, unless it is open for longer already. */
    open: async (
      name: CircuitBreakerName,
      until: number,
      opens: number,
      reason: string,
    ): Promise<CircuitBreaker | undefined> =>
      table.update(
        await keyOf(name),
        {
          expression: 'SET openUntil = :until, opens = :opens, reason = :reason REMOVE probeUntil',
          condition: 'attribute_not_exists(openUntil) OR openUntil < :until',
          values: { ':until': until, ':opens': opens, ':reason': reason },
        },
        circuitSchema,
      ),

    /** Lets one caller try a circuit whose time is over; undefined when somebody else does. */
    lease: async (
      name: CircuitBreakerName,
      openUntil: number,
      now: number,
      leaseUntil: number,
    ): Promise<CircuitBreaker | undefined> =>
      table.update(
        await keyOf(name),
        {
          expression: 'SET probeUntil = :lease',
          condition: 'openUntil = :open AND (attribute_not_exists(probeUntil) OR probeUntil < :now)',
          values: { ':lease': leaseUntil, ':open': openUntil, ':now': now },
        },
        circuitSchema,
      ),

    /** Closes a circuit whose trial went well, unless it was opened anew. */
    close: async (name: CircuitBreakerName, openUntil: number): Promise<CircuitBreaker | undefined> =>
      table.update(
        await keyOf(name),
        {
          expression: 'SET calls = :none, failures = :none, streak = :none REMOVE openUntil, opens, reason, probeUntil',
          condition: 'openUntil = :open',
          values: { ':none': 0, ':open': openUntil },
        },
        circuitSchema,
      ),
  };
}
