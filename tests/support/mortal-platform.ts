// A program for suites of kills: a platform with paid models that kills itself, with SIGKILL, at a request of its functions to the table.
// Arguments: directory, and after how many half requests (2n: before the n-th, 2n + 1: when it has happened but is not answered); -1: never.
import { flushCompileCache } from 'node:module';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { paidModels, sampleText, sampleVideo, sampleVisual } from './fake-models.ts';
import { impatientDeliveries } from './impatient-deliveries.ts';
import { startPlatformWithAgents } from './platform-with-agents.ts';
import { simulatedAgents } from './simulated-agents.ts';

const [directory = '', halfRequests = '-1'] = process.argv.slice(2);

let left = Number(halfRequests);
const original = DynamoDBDocumentClient.prototype.send;
// The method has four overloads; what passes through here is forwarded as it came.
DynamoDBDocumentClient.prototype.send = async function mortal(this: DynamoDBDocumentClient, command: never) {
  if (Number(halfRequests) < 0) return Reflect.apply(original, this, [command]);
  const half = left;
  left -= 2;
  if (half <= 0) process.kill(process.pid, 'SIGKILL');
  const answer: unknown = await Reflect.apply(original, this, [command]);
  if (half === 1) process.kill(process.pid, 'SIGKILL');
  return answer;
} as typeof original;

const platform = await startPlatformWithAgents({
  directory,
  models: paidModels({ worstCaseMicroUsd: 100_000, costMicroUsd: 40_000 }),
  agents: simulatedAgents(async ({ phaseId, tools }) => {
    if (phaseId === 'visuals')
      return void (await Promise.all([tools.image(sampleVisual('A')), tools.image(sampleVisual('B'))]));
    if (phaseId === 'video')
      return void (await Promise.all([tools.video(sampleVideo('A')), tools.video(sampleVideo('B'))]));
    await tools.text(sampleText);
  }),
  around: impatientDeliveries,
});
// Who is killed keeps nothing of what was compiled, and the next would compile it all again.
flushCompileCache();
process.send?.(platform);
process.on('message', async () => {
  await platform.stop();
  process.exit();
});
process.on('disconnect', () => process.exit());
