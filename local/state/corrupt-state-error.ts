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

/** Files of the local platform that are missing or damaged, and that nothing can stand in for. Says which, what they hold and what helps. */
export class DamagedStateError extends Error {
  override readonly name = 'DamagedStateError';

  /** `damages` are sentences: which file, what is wrong with it, what it holds and what its loss means. */
  constructor(directory: string, damages: readonly string[]) {
    super(
      `The local platform cannot start in ${directory}.\n${damages.map((damage) => `- ${damage}`).join('\n')}\n` +
        'Put back a copy of what is named, made while no AstroMedia process ran. Without one, begin afresh in another --directory; ' +
        'nothing in this one was changed.',
    );
  }
}
