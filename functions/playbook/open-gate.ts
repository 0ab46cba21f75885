import { beginCampaign } from '../../shared/campaigns/begin-campaign.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { openGate } from '../../shared/playbook/steps/open-gate.ts';
import { openTaskTokens } from '../../shared/playbook/task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { gatedPhaseSchema, taskFunction } from '../kit/task-function.ts';

const wired = wirePublishing(readEnvironment(lambdas['open-gate'].environment));

export const handler = taskFunction(
  gatedPhaseSchema,
  openGate({ ...wired, beginCampaign: beginCampaign(wired), tokens: openTaskTokens() }),
);
