import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { PhaseRecord } from '../data/phase-records.ts';

/** Says what has become of a phase, where there is no more to say of it. */
export const phaseStatusEvent = ({ id, status, attempt }: PhaseRecord): NewLiveEvent => ({
  type: 'phase:status',
  data: { phaseId: id, status, attempt },
});
