// Wraps every function of the project, so that each invocation is counted and timed. What they do stays what they do.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { HandlerModules, LambdaHandler } from '../../../local/lambda/lambda-runtime.ts';
import { type LambdaName, lambdaNames, lambdas } from '../../../shared/contracts/lambdas.ts';
import { functionTally, type Tally } from './tally.ts';

const running = new AsyncLocalStorage<LambdaName>();

/** The function on whose behalf the code runs that asks. */
export const currentFunction = (): LambdaName | undefined => running.getStore();

/** Modules to start the platform with. `prepare` runs before the first is loaded, when the SDK's variables are set. */
export function countedFunctions(tally: () => Tally, prepare: () => Promise<void>): HandlerModules {
  let prepared: Promise<void> | undefined;
  return Object.fromEntries(
    lambdaNames.map((name) => [
      name,
      async () => {
        prepared ??= prepare();
        await prepared;
        const { handler } = await import(new URL(`../../../${lambdas[name].entry}`, import.meta.url).href);
        return { handler: counted(name, handler, tally) };
      },
    ]),
  );
}

function counted(name: LambdaName, handler: LambdaHandler, tally: () => Tally): LambdaHandler {
  let atOnce = 0;
  return async (event, context) => {
    const entry = functionTally(tally(), name);
    entry.invocations += 1;
    entry.mostAtOnce = Math.max(entry.mostAtOnce, ++atOnce);
    const begun = performance.now();
    try {
      const answer = await running.run(name, () => handler(event, context));
      if (isHttpAnswer(answer)) tally().answerBytes += Buffer.byteLength(answer.body);
      return answer;
    } finally {
      atOnce -= 1;
      entry.handlerMilliseconds += performance.now() - begun;
    }
  };
}

const isHttpAnswer = (answer: unknown): answer is { body: string } =>
  typeof answer === 'object' && answer !== null && 'body' in answer && typeof answer.body === 'string';
