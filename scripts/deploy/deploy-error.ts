import { CommandFailed } from '../../cli/command-errors.ts';
import { refuse } from '../../cli/program-options.ts';

/** A deployment that cannot go on; the message says why and what to do, and is all a person needs to see. */
export class DeployFailed extends CommandFailed {
  override readonly name = 'DeployFailed';
}

/** Runs a command to its exit code. Expected errors are printed as sentences, others with their stack. */
export async function runToExit(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    if (error instanceof CommandFailed) refuse(error);
    console.error(error);
    process.exit(1);
  }
}
