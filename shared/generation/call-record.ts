// The record of a call of a campaign as it begins: what is asked of whom, and what it may cost.
import { createHash } from 'node:crypto';
import type { ModelCall } from '../contracts/usage.ts';
import type { PhaseRecord } from '../data/phase-records.ts';
import { noUsage } from './call-end.ts';
import type { CallPlan } from './ledger.ts';

export const callRecord = (
  { kind, model, prompt, promptVersion, worstCaseMicroUsd, chosenBecause }: CallPlan,
  { id: phaseId, agent, attempt }: Pick<PhaseRecord, 'id' | 'agent' | 'attempt'>,
  id: string,
  startedAt: string,
): ModelCall => ({
  id,
  phaseId,
  agent,
  attempt,
  kind,
  provider: model.provider,
  model: model.id,
  status: 'RESERVED',
  ...noUsage,
  reservedMicroUsd: worstCaseMicroUsd,
  ...(promptVersion ? { promptVersion } : {}),
  ...(chosenBecause ? { chosenBecause } : {}),
  promptSha256: createHash('sha256').update(prompt).digest('hex'),
  startedAt,
  latencyMilliseconds: 0,
  warnings: [],
});
