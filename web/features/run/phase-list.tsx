// The phases in order: the list that graph and timeline only draw differently.
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { PhaseStatusIcon, phaseSigns } from '../../design/status.tsx';
import { designWords } from '../../design/words.ts';
import { duration } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { nameOf, namesOf } from './phase-names.ts';
import { useNow } from './use-now.ts';
import { runWords } from './words.ts';

interface PhaseListProps {
  readonly campaign: CampaignDetail;
  readonly selected: string | undefined;
  readonly onSelect: (phaseId: string) => void;
}

export function PhaseList({ campaign, selected, onSelect }: PhaseListProps) {
  const now = useNow(campaign.status === 'RUNNING');
  return (
    <ol className="phase-list">
      {campaign.phases.map((phase) => (
        <li key={phase.id}>
          <button
            type="button"
            className="phase-row"
            aria-current={phase.id === selected ? 'true' : undefined}
            data-status={phase.status}
            onClick={() => onSelect(phase.id)}
          >
            <PhaseStatusIcon status={phase.status} />
            <span className="phase-name">{nameOf(phase)}</span>
            <span className="phase-time number">{elapsedOf(phase, now)}</span>
            <span className="phase-note">
              <PhaseNote campaign={campaign} phase={phase} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

export function elapsedOf({ startedAt, finishedAt, waitingSince, status }: Phase, now: number): string {
  if (!startedAt || status === 'IDLE' || status === 'READY') return '';
  const end = finishedAt ?? waitingSince;
  return duration(Math.max(0, (end ? new Date(end).getTime() : now) - new Date(startedAt).getTime()));
}

export function PhaseNote({ campaign, phase }: { readonly campaign: CampaignDetail; readonly phase: Phase }) {
  const say = useWords(runWords);
  const sayStatus = useWords(designWords);
  if (phase.status === 'IDLE' && phase.waitsFor.length > 0)
    return say('waitsFor', { names: namesOf(campaign, phase.waitsFor) });
  const word = sayStatus(phaseSigns[phase.status].word);
  return phase.attempt > 1 ? `${word} · ${say('attempt', { attempt: phase.attempt })}` : word;
}
