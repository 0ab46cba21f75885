// A campaign that runs by itself in memory: phases start when those before them are done, and stop where a person is asked.
import { applyLiveEvent } from '../../shared/client/apply-live-event.ts';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import type { LiveEvent, NewLiveEvent } from '../../shared/contracts/live-events.ts';
import type { Phase, PhaseStatus } from '../../shared/contracts/phase.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';

export interface FakeCampaignRules {
  /** Phases that wait for a person. */
  readonly approvals: readonly string[];
  /** Phases whose first attempt fails. */
  readonly failures?: readonly string[];
  /** Phases whose first attempt stops at the cap. */
  readonly holds?: readonly string[];
}

export interface FakeCampaign {
  readonly detail: CampaignDetail;
  readonly events: readonly LiveEvent[];
  /** Decisions as they came, such as `approve seo`. */
  readonly decisions: string[];
  onEvent: (event: LiveEvent) => void;
  run(): void;
  finish(phaseId: string, status: 'COMPLETED' | 'SKIPPED'): void;
  again(phaseId: string): void;
  cancel(): void;
}

/** A campaign that has not begun; its files and outputs are the sample dossier's. */
export const createFakeCampaign = ({ approvals, failures = [], holds = [] }: FakeCampaignRules): FakeCampaign => {
  const { campaign: finished } = sampleExportData();
  const { finishedAt: _finishedAt, ...header } = finished;
  const events: LiveEvent[] = [];
  let detail: CampaignDetail = {
    ...header,
    status: 'RUNNING',
    createdAt: new Date().toISOString(),
    finishedPhaseCount: 0,
    lastEvent: 0,
    phases: finished.phases.map(idle),
  };
  const emit = (event: NewLiveEvent) => {
    const numbered = { ...event, number: events.length + 1, campaignId: detail.id, at: new Date().toISOString() };
    events.push(numbered);
    detail = applyLiveEvent(detail, numbered);
    fake.onEvent(numbered);
  };
  const setStatus = (phaseId: string, status: PhaseStatus, attempt = phaseOf(detail, phaseId).attempt) =>
    emit({ type: 'phase:status', data: { phaseId, status, attempt } });

  const work = (phaseId: string) => {
    setStatus(phaseId, 'RUNNING');
    const { attempt } = phaseOf(detail, phaseId);
    if (failures.includes(phaseId) && attempt === 1) {
      const failure = { name: 'OutputInvalid', reason: 'The answer had no title' };
      emit({ type: 'phase:error', data: { phaseId, attempt, failure } });
      setStatus(phaseId, 'FAILED');
    } else if (holds.includes(phaseId) && attempt === 1) setStatus(phaseId, 'BUDGET_HOLD');
    else if (approvals.includes(phaseId)) setStatus(phaseId, 'WAITING_VALIDATION');
    else fake.finish(phaseId, 'COMPLETED');
  };

  const fake: FakeCampaign = {
    get detail() {
      return detail;
    },
    events,
    decisions: [],
    onEvent: () => {},
    run: () => {
      for (const { id } of detail.phases.filter(({ status, waitsFor }) => status === 'IDLE' && waitsFor.length === 0)) {
        if (phaseOf(detail, id).status === 'IDLE') work(id);
      }
    },
    finish: (phaseId, status) => {
      setStatus(phaseId, status);
      fake.run();
      if (detail.finishedPhaseCount === detail.phaseCount && detail.status === 'RUNNING') {
        emit({ type: 'campaign:completed', data: { skippedPhases: [] } });
      }
    },
    again: (phaseId) => {
      setStatus(phaseId, 'READY', phaseOf(detail, phaseId).attempt + 1);
      work(phaseId);
    },
    cancel: () => emit({ type: 'campaign:status', data: { status: 'CANCELLED' } }),
  };
  return fake;
};

const idle = ({ finishedAt: _finishedAt, startedAt: _startedAt, ...phase }: Phase): Phase => ({
  ...phase,
  status: 'IDLE',
  waitsFor: phase.dependsOn,
});

const phaseOf = (campaign: CampaignDetail, phaseId: string): Phase => {
  const phase = campaign.phases.find(({ id }) => id === phaseId);
  if (!phase) throw new Error(`The fake campaign has no phase ${phaseId}`);
  return phase;
};
