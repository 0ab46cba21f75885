// For programs that run from top to bottom: benchmarks, evaluations, keepers of the registry.
import type { ParseArgsConfig } from 'node:util';
import { CommandFailed, UsageError } from './command-errors.ts';
import { readOptions } from './read-options.ts';

/** Ends the program: what its user must do is said in a sentence, the code goes to the shell. */
export const refuse = (error: CommandFailed): never => {
  console.error(error.message);
  process.exit(error.exitCode);
};

/** The command line of this program. What is wrong with it ends the program with 2 and says how it is used. */
export const programOptions = <const Config extends ParseArgsConfig>(config: Config, usage: string) =>
  orRefuse(() => readOptions(config, usage));

/** The one argument of a program that takes none or a whole number from 1 on; anything else ends the program with 2. */
export const programCount = (what: string, usual: number, usage: string): number =>
  countIn(programOptions({ allowPositionals: true }, usage).positionals, what, usual, usage);

/** As {@link programCount}, where the command line has been read. */
export const countIn = (arguments_: readonly string[], what: string, usual: number, usage: string): number =>
  orRefuse(() => readCount(arguments_, what, usual, usage));

/** Throws UsageError. */
export const readCount = (arguments_: readonly string[], what: string, usual: number, usage: string): number => {
  const [text = String(usual), another] = arguments_;
  if (another !== undefined) throw new UsageError(`${another} is one argument too many.\n\n${usage}`);
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new UsageError(`${what} must be a whole number from 1 on, not "${text}".\n\n${usage}`);
  return Number(text);
};

function orRefuse<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandFailed) return refuse(error);
    throw error;
  }
}
