// A program for restart tests: a platform whose simulated agents write each run to a file before they begin, and take the time
// given per phase. Arguments: directory, record file, milliseconds per phase as JSON. Reports over IPC; any message stops it in order.
import { appendFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { startPlatformWithAgents } from './platform-with-agents.ts';
import { simulatedAgents } from './simulated-agents.ts';

const [directory = '', recordFile = '', durations = '{}'] = process.argv.slice(2);
const millisecondsOf = new Map(Object.entries(JSON.parse(durations) as Record<string, number>));

const platform = await startPlatformWithAgents({
  directory,
  agents: simulatedAgents(async ({ phaseId, input }) => {
    appendFileSync(recordFile, `${phaseId}\t${Date.now()}\t${input.feedback.length}\n`);
    await wait(millisecondsOf.get(phaseId) ?? 0);
  }),
});
// Who is killed keeps nothing of what was compiled, and the next would compile it all again.
flushCompileCache();
process.send?.({ ...platform, readyAt: Date.now() });
process.on('message', async () => {
  await platform.stop();
  process.exit();
});
process.on('disconnect', () => process.exit());
