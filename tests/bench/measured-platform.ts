// The platform that load.ts measures: agents that take a moment, and answers about CPU and memory over IPC.
import { setTimeout as wait } from 'node:timers/promises';
import { startPlatformWithAgents } from '../support/platform-with-agents.ts';
import { simulatedAgents } from '../support/simulated-agents.ts';

const [directory = ''] = process.argv.slice(2);
/** Long enough that a kill after `visuals` finds the video running. */
const milliseconds: Record<string, number> = { video: 300 };
const platform = await startPlatformWithAgents({
  directory,
  agents: simulatedAgents(({ phaseId }) => wait(milliseconds[phaseId] ?? 20)),
});
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMilliseconds: (user + system) / 1000, heapMegabytes: process.memoryUsage().heapUsed / 2 ** 20 });
});
process.on('disconnect', () => process.exit());
process.send?.(platform);
