// The phases in order: the list that graph and timeline only draw differently.
import { memo } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { designWords } from '../../design/messages.ts';
import { PhaseStatusIcon, phaseSigns } from '../../design/status.tsx';
import { duration } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { nameOf, namesOf } from './phase-names.ts';
import { useNow } from './use-now.ts';

interface PhaseListProps {
  readonly campaign: CampaignDetail;
  readonly selected: string | undefined;
  readonly onSelect: (phaseId: string) => void;
}

export function PhaseList({ campaign, selected, onSelect }: PhaseListProps) {
  const now = useNow(campaign.status === 'RUNNING');
  const noteOf = useNotes(campaign);
  return (
    <ol className="phase-list">
      {campaign.phases.map((phase) => (
        <PhaseRow
          key={phase.id}
          phase={phase}
          name={nameOf(phase)}
          note={noteOf(phase)}
          elapsed={elapsedOf(phase, now)}
          isSelected={phase.id === selected}
          onSelect={onSelect}
        />
      ))}
    </ol>
  );
}

interface PhaseRowProps extends Pick<PhaseListProps, 'onSelect'> {
  readonly phase: Phase;
  readonly name: string;
  readonly note: string;
  readonly elapsed: string;
  readonly isSelected: boolean;
}

/** Drawn again when something of it has changed: of forty phases a few move at a time. */
const PhaseRow = memo(function PhaseRow({ phase, name, note, elapsed, isSelected, onSelect }: PhaseRowProps) {
  return (
    <li>
      <button
        type="button"
        className="phase-row"
        aria-current={isSelected ? 'true' : undefined}
        data-status={phase.status}
        onClick={() => onSelect(phase.id)}
      >
        <PhaseStatusIcon status={phase.status} />
        <span className="phase-name">{name}</span>
        <span className="phase-time">{elapsed}</span>
        <span className="phase-note">{note}</span>
      </button>
    </li>
  );
});

export function elapsedOf({ startedAt, finishedAt, waitingSince, status }: Phase, now: number): string {
  if (!startedAt || status === 'IDLE' || status === 'READY') return '';
  const end = finishedAt ?? waitingSince;
  return duration(Math.max(0, (end ? new Date(end).getTime() : now) - new Date(startedAt).getTime()));
}

function useNotes(campaign: CampaignDetail): (phase: Phase) => string {
  const say = useWords(campaignWords);
  const sayStatus = useWords(designWords);
  return (phase) => {
    if (phase.status === 'IDLE' && phase.waitsFor.length > 0)
      return say('waitsFor', { names: namesOf(campaign, phase.waitsFor) });
    const word = sayStatus(phaseSigns[phase.status].word);
    return phase.attempt > 1 ? `${word} · ${say('attempt', { attempt: phase.attempt })}` : word;
  };
}
