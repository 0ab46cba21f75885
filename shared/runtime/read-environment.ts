// Reads environment variables once, at start, and refuses to go on with a missing or wrong one.
import { type Environment, type EnvironmentName, environmentSchemas } from '../contracts/environment.ts';

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The named variables, checked. Throws ConfigurationError that lists every bad one, what is wrong and where it is set. */
export function readEnvironment<Name extends EnvironmentName>(
  names: readonly Name[],
  source: Record<string, string | undefined> = process.env,
): Environment<Name> {
  const faults: string[] = [];
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const parsed = environmentSchemas[name]().safeParse(source[name]);
    if (parsed.success) values[name] = parsed.data;
    else
      faults.push(
        `${name} (${environmentSchemas[name]().description}): ${describeFault(source[name], parsed.error.issues[0]?.message)}`,
      );
  }
  if (faults.length > 0)
    throw new ConfigurationError(
      `Bad configuration.\n  ${faults.join('\n  ')}\nOn AWS infra/ sets these from the stacks; locally the platform sets them. Names and shapes: shared/contracts/environment.ts`,
    );
  return values as Environment<Name>;
}

const describeFault = (value: string | undefined, message: string | undefined): string =>
  value === undefined ? 'is not set' : `is wrong: ${message ?? 'not valid'}`;
