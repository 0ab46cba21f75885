// The platform that benchmarks measure, in a process of its own as for a real user: agents that only wait. Over IPC it takes how
// long each phase takes, and answers with the CPU and memory it has used.
import './quiet.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';
import type { MeasuredRequest } from './measure-platform.ts';

const [directory = ''] = process.argv.slice(2);
let milliseconds: Readonly<Record<string, number>> = {};
const platform = await startPlatformWithAgents({
  directory,
  agents: simulatedAgents(({ phaseId }) => wait(milliseconds[phaseId] ?? 0)),
});
process.on('message', (request: MeasuredRequest) => {
  milliseconds = request.milliseconds ?? milliseconds;
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMilliseconds: (user + system) / 1000, heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20 });
});
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl: platform.apiUrl, liveUrl: platform.liveUrl });
