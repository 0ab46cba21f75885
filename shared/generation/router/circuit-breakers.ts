// Who is asked at all: a model that fails is left alone for a while, and so is every model of a provider that refuses us. Known in every function
// through the table, and looked up there once in a few seconds. As long as nothing fails, nothing is written.
import type { CircuitBreaker, CircuitBreakerName, CircuitBreakerStore } from '../../data/circuit-breakers.ts';
import type { ModelFailure } from '../../models/errors.ts';
import { logger } from '../../runtime/logger.ts';
import { cooldownSeconds, effectOf, isFailing, stateAt } from './circuit-breaker-rules.ts';

type Card = { readonly provider: string; readonly id: string };

/** Why a model is not asked now, and until when (epoch ms). */
export interface Cooldown {
  readonly until: number;
  readonly reason: string;
}

export interface CircuitBreakers {
  /** Why and until when a model is left alone, if it is; one whose time is over can be tried. */
  resting(card: Card): Promise<Cooldown | undefined>;
  /** The same straight before a call: of several that would try a model again, one is let through. */
  admit(card: Card): Promise<Cooldown | undefined>;
  succeeded(card: Card): Promise<void>;
  failed(card: Card, failure: ModelFailure): Promise<void>;
}

export interface CircuitBreakerParts {
  readonly store: CircuitBreakerStore;
  readonly clock: () => Date;
  /** From 0 to 1, so that functions do not all try at the same moment. */
  readonly random?: () => number;
}

/** What was read stays true for so long: an open circuit is heard of in all functions within it. */
const viewMilliseconds = 3000;
/** A text may take this long. Whoever tries and dies keeps others out for no longer. */
const probeMilliseconds = 120_000;

export function createCircuitBreakers({ store, clock, random = Math.random }: CircuitBreakerParts): CircuitBreakers {
  const now = () => clock().getTime();
  const minuteOf = (at: number) => Math.floor(at / 60_000);
  let view: { readonly readAt: number; readonly circuits: Map<string, CircuitBreaker> } | undefined;
  /** Calls that went well and that nobody has counted, by circuit, and the minute they were made in. */
  const uncounted = new Map<string, { minute: number; calls: number }>();
  /** Trials that this function makes: by circuit, until when it was open. */
  const probes = new Map<string, number>();

  async function circuits(): Promise<Map<string, CircuitBreaker>> {
    const at = now();
    if (!view || at - view.readAt >= viewMilliseconds || at < view.readAt)
      view = { readAt: at, circuits: new Map((await store.all()).map((circuit) => [nameOf(circuit), circuit])) };
    return view.circuits;
  }

  const seen = (circuit: CircuitBreaker | undefined) => {
    if (circuit) view?.circuits.set(nameOf(circuit), circuit);
    return circuit;
  };

  async function openOnes(card: Card): Promise<CircuitBreaker[]> {
    const known = await circuits();
    return circuitsOf(card).flatMap((name) => known.get(nameOf(name)) ?? []);
  }

  const restOf = ({ openUntil = 0, reason = 'it failed' }: CircuitBreaker): Cooldown => ({ until: openUntil, reason });

  /** Counts a call, those before it included that went well unnoticed. */
  async function count(name: CircuitBreakerName, isFailure: boolean): Promise<CircuitBreaker | undefined> {
    const minute = minuteOf(now());
    const before = uncounted.get(nameOf(name));
    uncounted.delete(nameOf(name));
    const calls = 1 + (before?.minute === minute ? before.calls : 0);
    return seen(await store.count(name, { minute, calls, isFailure }));
  }

  async function open(name: CircuitBreakerName, circuit: CircuitBreaker, failure: ModelFailure): Promise<void> {
    const isNow = effectOf(failure.reason).opens === 'now';
    const { opens = 0 } = circuit;
    const seconds = cooldownSeconds(opens, isNow, failure.retryAfterSeconds, random());
    const reason = saidOf(name, failure);
    const opened = seen(await store.open(name, Math.ceil(now() + seconds * 1000), opens + 1, reason));
    if (opened) logger.warn('A model is left alone for a while', { ...name, reason, seconds: Math.round(seconds) });
  }

  /** CircuitBreakers are a help: where they cannot be reached, calls go on without them. */
  async function quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.warn('How a model call ended could not be noted', error as Error);
    }
  }

  return {
    async resting(card) {
      const open = (await openOnes(card)).find((circuit) => stateAt(circuit, now()) === 'open');
      return open && restOf(open);
    },

    async admit(card) {
      for (const circuit of await openOnes(card)) {
        const state = stateAt(circuit, now());
        if (state === 'closed') continue;
        if (state === 'open') return restOf(circuit);
        const { openUntil = 0 } = circuit;
        const leased = seen(await store.lease(circuit, openUntil, now(), now() + probeMilliseconds));
        if (!leased) return { ...restOf(circuit), until: now() + shortPauseMilliseconds };
        probes.set(nameOf(circuit), openUntil);
      }
      return undefined;
    },

    succeeded: (card) =>
      quietly(async () => {
        for (const name of circuitsOf(card)) {
          const key = nameOf(name);
          const openUntil = probes.get(key);
          probes.delete(key);
          if (openUntil !== undefined) {
            if (seen(await store.close(name, openUntil)))
              logger.info('A model that was left alone answers again', { ...name });
            continue;
          }
          const circuit = view?.circuits.get(key);
          const minute = minuteOf(now());
          // Whether failures are few is only of interest while there are some.
          if (circuit && (circuit.streak > 0 || (circuit.minute === minute && circuit.failures > 0)))
            await count(name, false);
          else {
            const before = uncounted.get(key);
            uncounted.set(key, { minute, calls: 1 + (before?.minute === minute ? before.calls : 0) });
          }
        }
      }),

    failed: (card, failure) =>
      quietly(async () => {
        const { opens, scope } = effectOf(failure.reason);
        const [ofModel, ofProvider] = circuitsOf(card);
        const wasProbe = [ofModel, ofProvider].filter((name) => probes.delete(nameOf(name)));
        if (opens === 'no') return;
        const name = scope === 'provider' ? ofProvider : ofModel;
        const circuit = await count(name, true);
        if (!circuit) return;
        if (opens === 'now' || isFailing(circuit) || wasProbe.some(({ model }) => model === name.model))
          await open(name, circuit, failure);
      }),
  };
}

/** Somebody else is trying it at this moment. */
const shortPauseMilliseconds = 10_000;

const nameOf = ({ provider, model }: CircuitBreakerName): string => `${provider} ${model}`;
const circuitsOf = ({ provider, id }: Card): readonly [ofModel: CircuitBreakerName, ofProvider: CircuitBreakerName] => [
  { provider, model: id },
  { provider, model: '*' },
];

/** What a person is told of the failure that made it so. */
function saidOf({ provider, model }: CircuitBreakerName, { reason }: ModelFailure): string {
  const who = model === '*' ? provider : `${model} of ${provider}`;
  const said: Partial<Record<ModelFailure['reason'], string>> = {
    unauthorized: 'refuses the key: check it in the settings',
    'no-credit': 'has no credit left: top it up',
    'model-gone': 'is not served any more: npm run models names its successor',
    'rate-limited': 'gets more requests than it allows us',
    'timed-out': 'does not answer in time',
    'bad-answer': 'answers with something that is no answer',
  };
  return `${who} ${said[reason] ?? 'does not answer'}`;
}
