// A process that dies at a chosen moment: its n-th effect on the world is its last, done or not, and it never hears of the answer.
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface MortalProcess {
  /** Does one thing to the outside, as long as the process lives. */
  effect<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A client of the table whose every request is such an effect. */
  client(original: DynamoDBDocumentClient): DynamoDBDocumentClient;
  /** The answer of the work, or `died`. */
  run<Result>(work: () => Promise<Result>): Promise<Result | 'died'>;
  /** Effects that were begun. */
  readonly effects: number;
}

/** Half steps: 2n means that effect n (from 0) does not happen any more, 2n + 1 that it happens and its answer is lost. */
export function mortalProcess(halfSteps = Number.POSITIVE_INFINITY): MortalProcess {
  const { promise: death, resolve: die } = Promise.withResolvers<'died'>();
  const never = new Promise<never>(() => {});
  /** What was sent before the death happens all the same: whoever comes afterwards finds it done. */
  const sent = new Set<Promise<unknown>>();
  let effects = 0;
  let isDead = false;
  const effect: MortalProcess['effect'] = async (work) => {
    if (isDead) return never;
    const half = halfSteps - 2 * effects;
    effects += 1;
    if (half > 1) {
      const working = work();
      sent.add(working);
      const answer = await working.finally(() => sent.delete(working));
      return isDead ? never : answer;
    }
    isDead = true;
    if (half === 1) await work().catch(() => {});
    die('died');
    return never;
  };
  return {
    effect,
    client(original) {
      const mortal: DynamoDBDocumentClient = Object.create(original);
      // The method has four overloads; what passes through here is forwarded as it came.
      mortal.send = ((command: never) =>
        effect(() =>
          Reflect.apply(DynamoDBDocumentClient.prototype.send, original, [command]),
        )) as typeof original.send;
      return mortal;
    },
    async run(work) {
      const ending = await Promise.race([work(), death]);
      await Promise.allSettled(ending === 'died' ? sent : []);
      return ending;
    },
    get effects() {
      return effects;
    },
  };
}
