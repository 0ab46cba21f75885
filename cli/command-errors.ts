// Ends of a command that its user must understand: the text is printed as it is, the code goes to the shell.

/** The command cannot go on; `exitCode` is what the shell gets. */
export class CommandFailed extends Error {
  override readonly name: string = 'CommandFailed';
  readonly exitCode: number = 1;
}

/** What was typed, or the file it names, is wrong. Nothing was started. */
export class UsageError extends CommandFailed {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}
