// npm start: the platform in the foreground, until Ctrl-C.
import { readLock } from '../local/state/directory-lock.ts';
import { CommandFailed, UsageError } from './command-errors.ts';
import { type Demo, openDemo } from './demo.ts';
import { type ModelChoice, type Platform, startPlatform } from './platform-process.ts';
import { helpOption, modelsOf, modelsOption, readOptions } from './read-options.ts';
import { runCommand } from './run-command.ts';
import { startTable } from './start-table.ts';

const usage = `Usage: npm start -- [options]

  --port <port>                 port of the API (default: 8000)
  --page-port <port>            port of the web page (default: 5173; 0 serves none)
  --directory <directory>       state of the platform (default: .astromedia)
  --models <models>             offline: no model provider is asked, whatever .env configures
  --no-demo                     no demo account, which an empty platform has otherwise
  --require-email-confirmation  registrations must be confirmed by a code; mails are written to <directory>/mail
  -h, --help                    this text`;

interface StartArguments {
  readonly help: boolean;
  readonly port: number;
  readonly pagePort: number;
  readonly directory: string;
  readonly requireEmailConfirmation: boolean;
  readonly models: ModelChoice;
  readonly noDemo: boolean;
}

const main = async (signal: AbortSignal): Promise<number> => {
  const args = parseStartArguments(process.argv.slice(2));
  if (args.help) {
    console.log(usage);
    return 0;
  }
  const platform = await start(args);
  const [lock, demo] = await Promise.all([readLock(args.directory), demoOf(platform, args)]);
  console.log(startTable(platform, lock?.facts ?? {}, args.directory, demo));
  if (demo) {
    platform.offerDemo(demo.account);
    void demo.launch(signal).catch((error: unknown) => signal.aborted || noDemo(error));
  }
  const stopped = new Promise<undefined>((settle) => signal.addEventListener('abort', () => settle(undefined)));
  const lastWords = signal.aborted ? undefined : await Promise.race([platform.ended, stopped]);
  if (signal.aborted || lastWords === undefined) {
    await platform.stop();
    return 0;
  }
  throw new CommandFailed(`The platform ended by itself.\n${lastWords}\nLog: ${platform.logFile}`);
};

/** Nobody's start fails for want of a demo. */
const demoOf = async (platform: Platform, args: StartArguments): Promise<Demo | undefined> => {
  if (args.noDemo) return undefined;
  const { directory, requireEmailConfirmation } = args;
  return openDemo({ platform, directory, mayRegister: !requireEmailConfirmation }).catch(noDemo);
};

const noDemo = (error: unknown): undefined => {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The demo could not be made, and the next start tries again: ${reason}`);
};

const start = async ({ help: _help, noDemo: _noDemo, ...settings }: StartArguments): Promise<Platform> => {
  try {
    return await startPlatform(settings);
  } catch (error) {
    const taken = error instanceof CommandFailed && /EADDRINUSE.*:(\d+)/.exec(error.message)?.[1];
    if (!taken) throw error;
    const option = Number(taken) === settings.pagePort ? '--page-port' : '--port';
    throw new CommandFailed(
      `Port ${taken} is taken. Stop what uses it, or choose another: npm start -- ${option} ${Number(taken) + 10}`,
    );
  }
};

/** Reads the command line. Throws UsageError with what is wrong and the usage. */
const parseStartArguments = (args: readonly string[]): StartArguments => {
  const { help, directory, models, ...others } = parse(args);
  return {
    help,
    directory,
    requireEmailConfirmation: others['require-email-confirmation'],
    noDemo: others['no-demo'],
    models: modelsOf(models, usage),
    port: portOf('--port', others.port),
    pagePort: portOf('--page-port', others['page-port']),
  };
};

const portOf = (option: string, text: string): number => {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new UsageError(`${option} must be a number from 0 to 65535, not "${text}".\n\n${usage}`);
};

const parse = (args: readonly string[]) =>
  readOptions(
    {
      args: [...args],
      options: {
        help: helpOption,
        port: { type: 'string', default: '8000' },
        'page-port': { type: 'string', default: '5173' },
        directory: { type: 'string', default: '.astromedia' },
        models: modelsOption,
        'no-demo': { type: 'boolean', default: false },
        'require-email-confirmation': { type: 'boolean', default: false },
      },
    },
    usage,
  ).values;

await runCommand(main, () => 'Stopped. State kept; npm start goes on with it.');
