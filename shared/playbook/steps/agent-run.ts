// One run of the agent of a phase: what it works with, and what it knows of its phase and campaign.
import type { AgentRegistry } from '../../agents/agent.ts';
import type { Campaign } from '../../contracts/campaign.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { Outputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import type { Publisher } from '../../events/publisher.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import type { ReconciliationParts } from '../../generation/reconcile-calls.ts';
import type { HeardCall } from '../../generation/router/watch-ledger.ts';
import type { AskBill } from '../../models/bill-of-call.ts';
import type { AgentToolParts } from '../agent-tools.ts';
import type { EndPhase } from './complete-phase.ts';

export interface RunAgentParts extends AgentToolParts {
  readonly outputs: Outputs;
  readonly agents: AgentRegistry;
  readonly monthlyCalls: ReconciliationParts['monthlyCalls'];
  readonly askBill?: AskBill | undefined;
  readonly prepareAnnouncement: Publisher['prepareAnnouncement'];
  readonly prepareEnd: (reference: PhaseReference) => Promise<EndPhase>;
}

/** What an attempt's calls came to, in this run of its step. */
export type Heard = HeardCall[];

export interface Run {
  /** False when an earlier run of this attempt has marked it as running (a crash, or a job that was pending). */
  readonly isNewAttempt: boolean;
  readonly reference: PhaseReference;
  readonly phase: PhaseRecord;
  readonly campaign: Campaign;
  readonly reservations: ReadonlyMap<string, number>;
  readonly listeners: readonly string[];
  /** Phases that the header, as it was read, counts as finished. */
  readonly finishedPhases: ReadonlySet<string>;
  /** The phase whose end opened the gate, and may not have been numbered yet. */
  readonly after?: string;
}

export const gone = ({ phaseId, campaignId }: PhaseReference) =>
  new CampaignGone(`Phase ${phaseId} of ${campaignId} is not there any more.`);
