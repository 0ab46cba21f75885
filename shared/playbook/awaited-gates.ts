// Opens the gates that wait for one phase alone in the moment it ends, beside the writes that say so instead of after them. Looking before the
// phase is completed is safe: dependencies are only ever taken off, and a token that is stale by then is answered in vain. Whoever was not seen
// waiting is found by the race of gates.ts, which goes on as ever.
import * as z from 'zod';
import type { Campaign } from '../contracts/campaign.ts';
import { type CampaignReference, phaseIdSchema } from '../contracts/identifiers.ts';
import type { GatedPhase, PhaseProgress, PhaseRecord } from '../data/phases.ts';
import type { GateParts } from './gates.ts';

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
  readonly campaign: Campaign | undefined;
  readonly phases: readonly GatedPhase[];
}

export async function lookAhead(
  { campaigns, phases }: Pick<GateParts, 'campaigns' | 'phases'>,
  reference: CampaignReference,
): Promise<Outlook> {
  const [campaign, gated] = await Promise.all([campaigns.get(reference), phases.listGated(reference)]);
  return { campaign, phases: gated };
}

/** Opens what waited for the ended phase alone, and answers with the tokens. A campaign that was paused keeps its gates shut. */
export async function openAwaitedGates(
  { tokens }: Pick<GateParts, 'tokens'>,
  { campaign, phases }: Outlook,
  ended: PhaseRecord,
): Promise<ReadonlySet<string>> {
  if (campaign?.status !== 'RUNNING') return new Set();
  const progress = new Map<string, PhaseProgress>([...phases, ended].map((phase) => [phase.id, phase]));
  const awaited = phases.filter(
    ({ id, gateToken, pendingDependencies: pending }) =>
      gateToken !== undefined && ended.dependents.includes(id) && pending?.size === 1 && pending.has(ended.id),
  );
  const opened = awaited.map(async ({ gateToken = '', sources }) => {
    const inputs = inputsOf(sources, progress);
    await tokens.succeed(gateToken, { gate: 'OPEN', after: ended.id, ...(inputs ? { inputs } : {}) });
    return gateToken;
  });
  return new Set(await Promise.all(opened));
}

/** Undefined when a required input did not come: then the step itself looks, and says so. */
function inputsOf(
  sources: PhaseRecord['sources'],
  progress: ReadonlyMap<string, PhaseProgress>,
): GateInput[] | undefined {
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
