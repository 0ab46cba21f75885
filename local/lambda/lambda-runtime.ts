// Runs the project's Lambda functions in this process, as AWS's runtime would call them: JSON in, JSON out, a context, a time
// limit, and an invocation store that keeps concurrent log lines apart.
// A function works on a few invocations at once; whoever comes then waits in line, and its time begins with its work: all share the
// processor of one machine, and a crowd must cost patience, not answers.
// What it does not do: isolate functions from each other, limit memory, or freeze between invocations.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { InvokeStore } from '@aws/lambda-invoke-store';
import PQueue from 'p-queue';
import { type LambdaName, lambdaNames, lambdas } from '../../shared/contracts/lambdas.ts';
import { throughJson } from './through-json.ts';

/** The event and the context have what functions read of them. */
export type LambdaHandler = (event: never, context: never) => Promise<unknown>;
export type HandlerModules = Partial<Record<LambdaName, () => Promise<{ handler: LambdaHandler }>>>;

export interface LambdaRuntime {
  /** Calls a function and waits. Rejects with an Error that carries the function's own error name, as Step Functions sees it. */
  invoke(name: string, event: unknown, options?: InvokeOptions): Promise<unknown>;
  /** Loads every function, so that the first request is not slow, and a broken one is found now. */
  load(): Promise<void>;
  /** Waits until no function runs, or until the time is over: what is cut off then is repeated at the next start. */
  drain(limitMilliseconds: number): Promise<void>;
}

export interface InvokeOptions {
  /** Its turn has come: from now on the function's time runs. */
  readonly onBegin?: () => void;
  /** Aborted, it takes the call out of the line; work that has begun runs to its end, and nobody waits for it. */
  readonly signal?: AbortSignal;
}

/**
 * Invocations a function works on at once. A step of a campaign gives way to people:
 * a crowd of requests is let in before what it has set off is worked on.
 */
const atOnce = (name: LambdaName): number => {
  if ('studio' in lambdas[name]) return 16;
  return lambdas[name].entry.startsWith('functions/playbook/') ? 8 : 32;
};

/** The function ran longer than its setting allows; AWS names it so too. */
class FunctionTimedOut extends Error {
  override readonly name = 'Sandbox.Timedout';
}

/** A runtime for the functions of the table; `replacements` stand in for some of them (simulated agents in benchmarks). */
export async function createLambdaRuntime(replacements: HandlerModules = {}): Promise<LambdaRuntime> {
  // The variable by which AWS's runtime and Powertools agree that invocations of one process may overlap.
  process.env['AWS_LAMBDA_MAX_CONCURRENCY'] ??= '1000';
  const store = await InvokeStore.getInstanceAsync(true);
  const loading = new Map<LambdaName, Promise<LambdaHandler>>();
  const lines = new Map(lambdaNames.map((name) => [name, new PQueue({ concurrency: atOnce(name) })]));

  const handlerOf = (name: LambdaName): Promise<LambdaHandler> => {
    const known = loading.get(name);
    if (known) return known;
    const module = replacements[name]?.() ?? import(new URL(`../../${lambdas[name].entry}`, import.meta.url).href);
    const handler = module.then((loaded: { handler: LambdaHandler }) => loaded.handler);
    loading.set(name, handler);
    return handler;
  };

  return {
    async invoke(functionName, event, { onBegin, signal } = {}) {
      const name = lambdaNames.find((known) => known === functionName);
      const line = name && lines.get(name);
      if (!line) throw new Error(`There is no function "${functionName}". Known: ${lambdaNames.join(', ')}`);
      const handler = await handlerOf(name);
      const workOff = () => {
        onBegin?.();
        const context = contextFor(name) as never;
        return withinTime(name, () => store.run({}, () => handler(throughJson(event) as never, context)));
      };
      return throughJson(await line.add(workOff, signal ? { signal } : {}));
    },
    async load() {
      await Promise.all(lambdaNames.map(handlerOf));
    },
    async drain(limitMilliseconds) {
      const idle = Promise.all([...lines.values()].map((line) => line.onIdle()));
      await Promise.race([idle, wait(limitMilliseconds, undefined, { ref: false })]);
    },
  };
}

async function withinTime(name: LambdaName, work: () => Promise<unknown>): Promise<unknown> {
  const { timeoutSeconds } = lambdas[name];
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new FunctionTimedOut(`Task timed out after ${timeoutSeconds} seconds`)),
      timeoutSeconds * 1000,
    );
  });
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

function contextFor(name: LambdaName) {
  const deadline = Date.now() + lambdas[name].timeoutSeconds * 1000;
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    memoryLimitInMB: String(lambdas[name].memoryMegabytes),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}
