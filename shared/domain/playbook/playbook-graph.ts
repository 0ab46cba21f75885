// What a playbook's phases mean to each other: order, producers of inputs, faults. Pure; knows no campaign.
import { maximumPhases, type Playbook, type PlaybookPhase, playbookSchema } from '../../contracts/playbook.ts';
import { type FieldError, fieldErrors, jsonPointer } from '../../contracts/problems.ts';

/** An input's name without the mark of an optional one. */
export const inputName = (input: string): string => input.replace(/\?$/, '');
export const isOptionalInput = (input: string): boolean => input.endsWith('?');

/** Which phase makes each named output. */
export function producersOf(phases: readonly PlaybookPhase[]): Map<string, string> {
  return new Map(phases.flatMap((phase) => phase.outputs.map((output): [string, string] => [output, phase.id])));
}

/** Phases that wait for the given one directly. */
export function dependentsOf(phases: readonly PlaybookPhase[], phaseId: string): string[] {
  return phases.filter((phase) => phase.dependsOn.includes(phaseId)).map((phase) => phase.id);
}

/** How many phases the longest chain behind each phase has. For a playbook without cycles. */
export function chainsBehind(phases: readonly PlaybookPhase[]): Map<string, number> {
  const lengths = new Map<string, number>();
  const lengthBehind = (id: string): number => {
    const known = lengths.get(id);
    if (known !== undefined) return known;
    const length = Math.max(0, ...dependentsOf(phases, id).map((dependent) => 1 + lengthBehind(dependent)));
    lengths.set(id, length);
    return length;
  };
  for (const { id } of phases) lengthBehind(id);
  return lengths;
}

/** Everything a phase depends on, directly or not. Safe on cyclic input. */
export function ancestorsOf(phases: readonly PlaybookPhase[], phaseId: string): Set<string> {
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const found = new Set<string>();
  const visit = (id: string): void => {
    for (const dependency of byId.get(id)?.dependsOn ?? []) {
      if (found.has(dependency)) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit(phaseId);
  return found;
}

/** The longest chain of phases by the given durations: no schedule can finish sooner. Units are the caller's. */
export function criticalPath(
  phases: readonly PlaybookPhase[],
  durationOf: (phaseId: string) => number,
): { phaseIds: string[]; duration: number } {
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const longest = new Map<string, { phaseIds: string[]; duration: number }>();
  const pathTo = (id: string): { phaseIds: string[]; duration: number } => {
    const known = longest.get(id);
    if (known) return known;
    const before = (byId.get(id)?.dependsOn ?? [])
      .map(pathTo)
      .reduce((best, path) => (path.duration > best.duration || best.phaseIds.length === 0 ? path : best), {
        phaseIds: [] as string[],
        duration: 0,
      });
    const path = { phaseIds: [...before.phaseIds, id], duration: before.duration + durationOf(id) };
    longest.set(id, path);
    return path;
  };
  return phases.map((phase) => pathTo(phase.id)).reduce((best, path) => (path.duration > best.duration ? path : best));
}

/** Parses and checks a playbook. Returns it, or every fault with the pointer of where it lies. */
export function checkPlaybook(candidate: unknown): { playbook: Playbook; faults: [] } | { faults: FieldError[] } {
  const parsed = playbookSchema.safeParse(candidate);
  if (!parsed.success) return { faults: fieldErrors(parsed.error) };
  const faults = structuralFaults(parsed.data.phases);
  return faults.length > 0 ? { faults } : { playbook: parsed.data, faults: [] };
}

function structuralFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  const faults = [...sizeFaults(phases), ...duplicateFaults(phases), ...dependencyFaults(phases)];
  // Producers and reachability only mean something once the dependencies form a graph without cycles.
  return faults.length > 0 ? faults : [...inputFaults(phases), ...reachabilityFaults(phases)];
}

const at = (...path: PropertyKey[]): string => jsonPointer(['phases', ...path]);

function sizeFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  return phases.length > maximumPhases
    ? [{ pointer: at(), detail: `has ${phases.length} phases; ${maximumPhases} at most run in one campaign` }]
    : [];
}

function duplicateFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  const faults: FieldError[] = [];
  const seenIds = new Set<string>();
  const madeBy = new Map<string, string>();
  for (const [index, phase] of phases.entries()) {
    if (seenIds.has(phase.id)) faults.push({ pointer: at(index, 'id'), detail: `"${phase.id}" names two phases` });
    seenIds.add(phase.id);
    for (const [position, output] of phase.outputs.entries()) {
      const other = madeBy.get(output);
      if (other)
        faults.push({ pointer: at(index, 'outputs', position), detail: `"${output}" is made by "${other}" already` });
      madeBy.set(output, phase.id);
    }
  }
  return faults;
}

function dependencyFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  const known = new Set(phases.map((phase) => phase.id));
  const faults = phases.flatMap((phase, index) =>
    phase.dependsOn.flatMap((dependency, position) =>
      known.has(dependency)
        ? []
        : [{ pointer: at(index, 'dependsOn', position), detail: `"${dependency}" is not a phase of this playbook` }],
    ),
  );
  const cycle = findCycle(phases);
  if (cycle) {
    const index = phases.findIndex((phase) => phase.id === cycle[0]);
    faults.push({ pointer: at(index, 'dependsOn'), detail: `waits for itself: ${cycle.join(' → ')}` });
  }
  for (const [index, phase] of phases.entries())
    if (phase.agent === 'Human' && phase.dependsOn.length > 0)
      faults.push({
        pointer: at(index, 'dependsOn'),
        detail: 'a Human phase is done when the campaign is created, so it cannot wait',
      });
  return faults;
}

/** The first cycle found, as the chain of phases from a phase back to itself. */
function findCycle(phases: readonly PlaybookPhase[]): string[] | undefined {
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const finished = new Set<string>();
  const walk = (id: string, trail: readonly string[]): string[] | undefined => {
    const start = trail.indexOf(id);
    if (start >= 0) return [...trail.slice(start), id];
    if (finished.has(id)) return undefined;
    for (const dependency of byId.get(id)?.dependsOn ?? []) {
      const cycle = walk(dependency, [...trail, id]);
      if (cycle) return cycle;
    }
    finished.add(id);
    return undefined;
  };
  for (const phase of phases) {
    const cycle = walk(phase.id, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function inputFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  const producers = producersOf(phases);
  return phases.flatMap((phase, index) => {
    const ancestors = ancestorsOf(phases, phase.id);
    return phase.inputs.flatMap((input, position) => {
      const pointer = at(index, 'inputs', position);
      const producer = producers.get(inputName(input));
      if (!producer) return [{ pointer, detail: `no phase makes "${inputName(input)}"` }];
      if (!ancestors.has(producer))
        return [
          { pointer, detail: `"${inputName(input)}" is made by "${producer}", which this phase does not wait for` },
        ];
      return [];
    });
  });
}

function reachabilityFaults(phases: readonly PlaybookPhase[]): FieldError[] {
  const humans = new Set(phases.filter((phase) => phase.agent === 'Human').map((phase) => phase.id));
  if (humans.size === 0) return [{ pointer: at(), detail: 'no Human phase takes the brief in, so nothing can begin' }];
  return phases.flatMap((phase, index) =>
    humans.has(phase.id) || [...ancestorsOf(phases, phase.id)].some((id) => humans.has(id))
      ? []
      : [{ pointer: at(index, 'dependsOn'), detail: 'cannot be reached from the brief' }],
  );
}
