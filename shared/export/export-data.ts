// Everything the client-ready export is made of. Data only: whoever has these facts can write the files anywhere.
import * as z from 'zod';
import { type AgentOutput, agentOutputSchemas } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import { generatedAssetSchema } from '../contracts/asset.ts';
import { campaignDetailSchema } from '../contracts/campaign.ts';
import { approvalSchema, phaseSchema } from '../contracts/phase.ts';
import { modelCallSchema } from '../contracts/usage.ts';

const dossierPhaseSchema = z.strictObject({
  phase: phaseSchema,
  output: z.union(Object.values(agentOutputSchemas)).optional().describe('Missing when the phase made nothing'),
  approvals: z.array(approvalSchema),
});
const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const dossierAssetSchema = z.strictObject({
  asset: generatedAssetSchema,
  files: z.array(bytesSchema).describe('In the order of its assetFiles: its own, then its formats'),
});

export const exportDataSchema = z.strictObject({
  campaign: campaignDetailSchema,
  phases: z.array(dossierPhaseSchema),
  calls: z.array(modelCallSchema),
  assets: z.array(dossierAssetSchema),
});
export type ExportData = z.infer<typeof exportDataSchema>;
export type ExportedPhase = z.infer<typeof dossierPhaseSchema>;
export type ExportedAsset = z.infer<typeof dossierAssetSchema>;

/** What a phase handed on, in the shape of the agent named; undefined when another agent's, skipped or not done. */
export const outputOf = <Id extends AgentId>(entry: ExportedPhase, agent: Id): AgentOutput<Id> | undefined => {
  if (entry.phase.agent !== agent || entry.output === undefined) return undefined;
  // Parsed, not trusted: the union of all outputs says nothing about which agent's this is.
  return agentOutputSchemas[agent].parse(entry.output) as AgentOutput<Id>;
};

/** The first output of an agent in the campaign, if any of its phases made one. */
export const firstOutputOf = <Id extends AgentId>(exportData: ExportData, agent: Id): AgentOutput<Id> | undefined => {
  for (const entry of exportData.phases) {
    const output = outputOf(entry, agent);
    if (output) return output;
  }
  return undefined;
};
