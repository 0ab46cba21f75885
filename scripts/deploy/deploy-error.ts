/** A deployment that cannot go on; the message says why and what to do, and is all a person needs to see. */
export class DeployFailed extends Error {
  override readonly name = 'DeployFailed';
}

/** Runs a command to its exit code. Expected errors are printed as sentences, others with their stack. */
export async function runToExit(command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command());
  } catch (error) {
    console.error(error instanceof DeployFailed ? error.message : error);
    process.exit(1);
  }
}
