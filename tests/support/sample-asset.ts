// A picture as it is kept of an agent, without its bytes.
import type { GeneratedAsset } from '../../shared/contracts/asset.ts';
import { sampleHeader } from './one-phase.ts';

export const sampleAsset = (changes: Partial<GeneratedAsset> = {}): GeneratedAsset => ({
  ...{ origin: 'AGENT', id: 'ast_sample', campaignId: sampleHeader.id, phaseId: 'visuals', attempt: 1, variant: 'A' },
  ...{ style: 'artistic', kind: 'image', mediaType: 'image/png', fileName: 'sample.png', byteLength: 3 },
  ...{ sha256: '0'.repeat(64), widthPixels: 16, heightPixels: 9, formats: [], status: 'draft', aiGenerated: true },
  ...{ provider: 'fake-provider', model: 'fake-1', createdAt: '2026-11-26T10:00:00.000Z' },
  ...changes,
});
