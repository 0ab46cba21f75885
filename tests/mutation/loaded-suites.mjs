// Runs suites of pure functions for the mutation tester: loaded once, with all changes in them, and not anew for each change. What a change costs
// is then its tests, some milliseconds, and no second of loading. For suites of describe, it and expect, without hooks.
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { collected, collectFrom } from './loaded-tests.mjs';
import { pieces } from './pieces.ts';

const standIn = new URL('./loaded-tests.mjs', import.meta.url).href;
const SUCCESS = 0;
const FAILED = 1;

globalThis.__stryker__ ??= {};

class LoadedSuites {
  /** What the instrumented code and the tester say to each other. */
  #told = globalThis.__stryker__;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const isTest = (url) => url?.split('?', 1)[0].endsWith('.test.ts');
    registerHooks({
      resolve: (name, context, next) =>
        name === 'vitest' && isTest(context.parentURL) ? { url: standIn, shortCircuit: true } : next(name, context),
    });
    const { suites } = pieces[process.env.MUTATED_PIECE];
    const left = suites.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const files = globSync(
      suites.filter((pattern) => !pattern.startsWith('!')),
      { exclude: left },
    );
    for (const file of files.toSorted()) await collectFrom(file, () => import(pathToFileURL(resolve(file)).href));
  }

  async dryRun() {
    const tests = [];
    for (const test of collected) {
      this.#told.currentTestId = test.id;
      tests.push(await resultOf(test));
      this.#told.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: this.#told.mutantCoverage };
  }

  async mutantRun({ testFilter, hitLimit, activeMutant }) {
    Object.assign(this.#told, { hitLimit, hitCount: 0, activeMutant: activeMutant.id });
    const chosen = testFilter && new Set(testFilter);
    const result = await untilNoticed(collected.filter(({ id }) => !chosen || chosen.has(id)));
    this.#told.activeMutant = undefined;
    return this.#told.hitCount > hitLimit ? { status: 'timeout', reason: 'The change runs without end.' } : result;
  }
}

async function untilNoticed(tests) {
  for (const [place, test] of tests.entries()) {
    const { id, status, failureMessage } = await resultOf(test);
    if (status === FAILED) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: place + 1 };
  }
  return { status: 'survived', nrOfTests: tests.length };
}

async function resultOf({ id, run }) {
  const start = performance.now();
  const result = (status) => ({ id, name: id, status, timeSpentMs: performance.now() - start });
  try {
    await run();
    return result(SUCCESS);
  } catch (error) {
    return { ...result(FAILED), failureMessage: String(error) };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'loaded-suites', injectableClass: LoadedSuites }];
