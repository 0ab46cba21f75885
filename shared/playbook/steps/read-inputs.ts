// The inputs of an agent, from the outputs of the phases that make them.
import type { OutputValues } from '../../contracts/agent-outputs.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { OutputValue } from '../../data/outputs.ts';
import type { PhaseProgress, PhaseRecord } from '../../data/phase-records.ts';
import { type GateInput, inputOf } from '../gate-lookahead.ts';
import type { Run, RunAgentParts } from './agent-run.ts';

/** The inputs by name, from the outputs of the phases that make them. */
export async function loadInputs(
  parts: RunAgentParts,
  { reference, phase }: Run,
  phases: readonly PhaseProgress[],
): Promise<OutputValues> {
  const producerIds = new Set(phase.sources.map(({ phaseId }) => phaseId));
  const producers = phases.filter(({ id, status }) => producerIds.has(id) && status === 'COMPLETED');
  return valuesOf(phase, await readOutputs(parts, reference, producers.map(inputOf)));
}

type ReadOutputs = ReadonlyMap<string, OutputValue | undefined>;

export const readOutputs = async (
  { outputs }: RunAgentParts,
  reference: PhaseReference,
  inputs: readonly GateInput[],
): Promise<ReadOutputs> =>
  new Map(
    await Promise.all(
      inputs.map(
        async ({ phaseId, attempt, version }) =>
          [phaseId, await outputs.get({ ...reference, phaseId }, attempt, version)] as const,
      ),
    ),
  );

export function valuesOf({ sources }: PhaseRecord, outputs: ReadOutputs): OutputValues {
  const values = sources.flatMap(({ name, phaseId }) => {
    const value = outputs.get(phaseId)?.[name];
    return value === undefined ? [] : [[name, value]];
  });
  // Each output was checked against its agent's schema when it was stored, so a name holds a value of its type.
  return Object.fromEntries(values) as OutputValues;
}
