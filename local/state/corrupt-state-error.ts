/** A file of the local platform that cannot be understood. Says which one and how to start afresh. */
export class CorruptStateError extends Error {
  override readonly name = 'CorruptStateError';
  readonly path: string;

  /** `path` is the file or directory at fault, `detail` what is wrong with it, `directory` what to delete (default: `path`). */
  constructor(path: string, detail: string, options: { directory?: string; cause?: unknown } = {}) {
    super(
      `The local platform's state in ${path} cannot be used: ${detail}. ` +
        `To start afresh, stop every AstroMedia process and delete ${options.directory ?? path}. ` +
        'This loses the local campaigns, users and assets kept there.',
      { cause: options.cause },
    );
    this.path = path;
  }
}
