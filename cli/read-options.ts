import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './command-errors.ts';

/** `-h` is `--help` in every command. */
export const helpOption = { type: 'boolean', short: 'h', default: false } as const;

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
