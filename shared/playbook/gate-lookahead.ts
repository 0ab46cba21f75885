// Opens the gates that wait for one phase alone in the moment it ends, with no write to the phase behind them. Looking before the phase is
// completed is safe: dependencies are only ever taken off, and who finds that a token is stale by then, or saw nobody waiting, goes the way of
// gates.ts.
import * as z from 'zod';
import { type CampaignReference, phaseIdSchema } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { GatedPhase, PhaseProgress, PhaseRecord } from '../data/phase-records.ts';
import type { Phases } from '../data/phases.ts';
import type { TaskTokens } from './task-tokens.ts';

/** An output that counts: of which attempt, and in whose version. */
const inputSchema = z.object({ phaseId: phaseIdSchema, attempt: z.int(), version: z.string().optional() });

/** What the step behind a gate is told by whoever opened it. Ids only: it spares reads, and nothing depends on it. */
export const gateAnswerSchema = z.object({
  /** The phase whose end opened the gate, and is numbered in this moment. */
  after: phaseIdSchema.optional(),
  /** Where the inputs lie, when none that is required is missing. */
  inputs: z.array(inputSchema).optional(),
});
export type GateAnswer = z.infer<typeof gateAnswerSchema>;
export type GateInput = z.infer<typeof inputSchema>;

/** A campaign and its phases, as they were before one of them ended. */
export interface Outlook {
  readonly header: Awaited<ReturnType<Campaigns['getWithReservations']>>;
  readonly phases: readonly GatedPhase[];
}

export async function lookAhead(
  { campaigns, phases }: { readonly campaigns: Campaigns; readonly phases: Phases },
  reference: CampaignReference,
): Promise<Outlook> {
  const [gated, header] = await Promise.all([phases.listGated(reference), campaigns.getWithReservations(reference)]);
  return { header, phases: gated };
}

/**
 * How to open what waits for the ended phase alone, by the id of the phase behind the gate. A campaign that was paused keeps its gates shut.
 * False when nobody was waiting any more. A phase that passes its gate so takes all its dependencies off itself, when it begins.
 */
export function awaitedGates(
  { tokens }: { readonly tokens: TaskTokens },
  { header, phases }: Outlook,
  ended: PhaseRecord,
): ReadonlyMap<string, () => Promise<boolean>> {
  if (header?.campaign.status !== 'RUNNING') return new Map();
  const progress = [...phases, ended];
  const awaited = phases.filter(
    ({ id, gateToken, pendingDependencies: pending }) =>
      gateToken !== undefined && ended.dependents.includes(id) && pending?.size === 1 && pending.has(ended.id),
  );
  return new Map(
    awaited.map(({ id, gateToken = '', sources }) => {
      const inputs = inputsOf(sources, progress);
      const answer = { gate: 'OPEN', after: ended.id, ...(inputs ? { inputs } : {}) };
      return [id, () => tokens.succeed(gateToken, answer)];
    }),
  );
}

/** Where the inputs of a phase lie. Undefined when a required one did not come: then the step itself looks, and says so. */
export function inputsOf(sources: PhaseRecord['sources'], phases: readonly PhaseProgress[]): GateInput[] | undefined {
  const progress = new Map(phases.map((phase) => [phase.id, phase]));
  const isMade = (phaseId: string) => progress.get(phaseId)?.status === 'COMPLETED';
  if (sources.some(({ optional, phaseId }) => !optional && !isMade(phaseId))) return undefined;
  return [...new Set(sources.map(({ phaseId }) => phaseId))].flatMap((phaseId) => {
    const producer = progress.get(phaseId);
    return producer && isMade(phaseId) ? [inputOf(producer)] : [];
  });
}

/** The output of a finished phase that counts. */
export const inputOf = ({ id, attempt, outputAttempt, editedVersion }: PhaseProgress): GateInput => ({
  phaseId: id,
  attempt: outputAttempt ?? attempt,
  ...(editedVersion === undefined ? {} : { version: editedVersion }),
});
