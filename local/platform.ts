// The program that runs the embedded platform, started by the CLI: `node local/platform.ts --directory .astromedia [--port 8000] [--page-port 5173]`.
// Logs go to stdout as JSON lines. It reports to its parent over IPC and ends when the parent does.
import { flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { demoAccountSchema } from '../shared/contracts/demo-account.ts';
import { readModelSettings } from './read-model-settings.ts';
import { startPlatform } from './start-platform.ts';

const { values } = parseArgs({
  options: {
    directory: { type: 'string', default: '.astromedia' },
    port: { type: 'string', default: '0' },
    'page-port': { type: 'string', default: '0' },
    'require-email-confirmation': { type: 'boolean', default: false },
    // `configured`: those of .env and the environment; `offline`: none, whatever they say.
    models: { type: 'string', default: 'configured' },
  },
});

const wishSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stop') }),
  z.object({ type: z.literal('offer-demo'), account: demoAccountSchema }),
]);

const tell = (message: object) => process.send?.(message);
const report = (error: unknown) =>
  console.error(
    JSON.stringify({
      level: 'ERROR',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
  );

try {
  const {
    stop: stopPlatform,
    offerDemo,
    ...facts
  } = await startPlatform({
    directory: values.directory,
    port: Number(values.port),
    pagePort: Number(values['page-port']),
    requireEmailConfirmation: values['require-email-confirmation'],
    modelSettings: values.models === 'offline' ? {} : await readModelSettings(),
    onError: report,
  });
  for (const message of facts.notices) console.error(JSON.stringify({ level: 'WARN', message }));
  const stop = () =>
    stopPlatform().then(
      () => process.exit(0),
      (error: unknown) => {
        report(error);
        process.exit(1);
      },
    );
  process.on('message', (message) => {
    const { data: wish } = wishSchema.safeParse(message);
    if (wish?.type === 'stop') void stop();
    if (wish?.type === 'offer-demo') offerDemo(wish.account);
  });
  process.on('disconnect', stop);
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  tell({ type: 'ready', ...facts });
  flushCompileCache(); // now and not at the end: a process that is killed would leave nothing for the next start
} catch (error) {
  report(error);
  tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}
