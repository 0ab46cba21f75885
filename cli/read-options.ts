import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command-errors.ts';
import type { ModelChoice } from './platform-process.ts';

/** `-h` is `--help` in every command. */
export const helpOption = { type: 'boolean', short: 'h', default: false } as const;

/** Every command that starts the platform can keep it from asking models that cost money. */
export const modelsOption = { type: 'string', default: 'configured' } as const;

/** Throws UsageError for anything but the two words. */
export const modelsOf = (text: string, usage: string): ModelChoice => {
  if (text === 'configured' || text === 'offline') return text;
  throw new UsageError(
    `--models must be offline or configured, not "${text}". A model for an agent is named in the brief (agentConfiguration).\n\n${usage}`,
  );
};

/** Reads a command line. Throws UsageError with what is wrong, in words of our own, and the usage. */
export const readOptions = <Config extends ParseArgsConfig>(config: Config, usage: string) => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${sentenceOf(error)}\n\n${usage}`);
  }
};

const sentenceOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  const [, option] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? [];
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `${/'([^']*)'/.exec(message)?.[1]} belongs to no option.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(message) ? `${option} takes no value.` : `${option} needs a value.`;
  return message;
};
