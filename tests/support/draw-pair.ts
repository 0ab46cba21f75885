import type { AgentTools } from '../../shared/agents/agent.ts';
import { sampleOutputs } from '../../shared/export/testing/sample-outputs.ts';
import { sampleVisual } from './fake-models.ts';

/** A designer that draws both of its visuals and proposes the first. */
export async function drawPair(tools: AgentTools) {
  const [a, b] = [await tools.image(sampleVisual('A')), await tools.image(sampleVisual('B'))];
  const { visuals, validatedVisual } = sampleOutputs.designer;
  return {
    visuals: visuals.map((visual) => ({ ...visual, assetId: visual.variant === 'A' ? a.assetId : b.assetId })),
    validatedVisual: { ...validatedVisual, variant: 'A', assetId: a.assetId },
  };
}
