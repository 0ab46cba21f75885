// The platform that benchmarks measure, in a process of its own as for a real user: agents that only wait, with `--studio` the real ones with the
// offline studio, with `--models` the real ones with the models that the environment configures. Over IPC it takes how long each phase of a waiting agent takes, and answers with the CPU and memory it has used.
import './quiet.ts';
import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { readModelSettings } from '../../local/read-model-settings.ts';
import { startPlatform } from '../../local/start-platform.ts';
import { agents } from '../../shared/agents/registry.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import { type Around, wrappedFunctions } from '../support/wrapped-functions.ts';
import { firstTransition, forgetTransitions, noteWork, watched } from './count-transitions.ts';
import type { MeasuredRequest } from './measure-platform.ts';

const [directory = '', mode] = process.argv.slice(2);
let milliseconds: Readonly<Record<string, number>> = {};
const handlerMilliseconds = new Map<string, number[]>();
const timed: Around = async (operation, call) => {
  const begun = performance.now();
  const answer = await watched(operation, call);
  handlerMilliseconds.set(operation, [...(handlerMilliseconds.get(operation) ?? []), performance.now() - begun]);
  return answer;
};
/** Only waits, and says from when to when. */
async function work(phaseId: string): Promise<void> {
  const from = performance.now();
  await wait(milliseconds[phaseId] ?? 0);
  noteWork({ from, to: performance.now() });
}

const platform =
  mode === '--models'
    ? await startPlatform({
        directory,
        functions: wrappedFunctions(timed),
        modelSettings: await readModelSettings(process.env),
      })
    : await startPlatformWithAgents({
        directory,
        ...(mode === '--studio'
          ? { agents, models: offlineStudio }
          : { agents: simulatedAgents(({ phaseId }) => work(phaseId)) }),
        around: (functions) => wrappedFunctions(timed, functions),
      });
flushCompileCache(); // as local/platform.ts does
process.on('message', (request: MeasuredRequest) => {
  milliseconds = request.milliseconds ?? milliseconds;
  // Before the collection, which is not part of what is measured. DynamoDB has a thread of its own: the main one is everything else.
  const { user, system } = process.cpuUsage();
  const main = process.threadCpuUsage();
  globalThis.gc?.();
  process.send?.({
    cpuMilliseconds: (user + system) / 1000,
    mainThreadMilliseconds: (main.user + main.system) / 1000,
    heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20,
    residentMegabytes: process.memoryUsage().rss / 2 ** 20,
    mostResidentMegabytes: process.resourceUsage().maxRSS / 1024,
    handlerMilliseconds: Object.fromEntries(handlerMilliseconds),
    transition: firstTransition(),
  });
  handlerMilliseconds.clear();
  forgetTransitions();
});
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl: platform.apiUrl, liveUrl: platform.liveUrl });
