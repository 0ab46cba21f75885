// Checks that the values an agent cannot work without are there. It knows names of values, not what they hold.
import type { OutputValues } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';

type ValueName = keyof OutputValues;
type WithValues<Name extends ValueName> = OutputValues & Required<Pick<OutputValues, Name>>;

/** Thrown when a phase is started before the values it needs exist. */
export class InputMissing extends Error {
  override readonly name = 'InputMissing';
  readonly missing: readonly ValueName[];
  constructor(agent: AgentId, missing: readonly ValueName[]) {
    super(`${agent} needs ${missing.join(', ')}: let the phases that make them finish first, or skip this phase.`);
    this.missing = missing;
  }
}

/** The same values, now known to hold every one of `names`; throws InputMissing naming those that are absent. */
export function requireInputs<const Name extends ValueName>(
  agent: AgentId,
  values: OutputValues,
  names: readonly Name[],
): WithValues<Name> {
  if (holdsAll(values, names)) return values;
  throw new InputMissing(
    agent,
    names.filter((name) => values[name] === undefined),
  );
}

function holdsAll<Name extends ValueName>(values: OutputValues, names: readonly Name[]): values is WithValues<Name> {
  return names.every((name) => values[name] !== undefined);
}
