// What a phase is made from.
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { PhaseStatusPill } from '../../design/status.tsx';
import { useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { nameOf } from './phase-names.ts';

interface InputsProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly onPhase: (phaseId: string) => void;
}

export function PhaseInputs({ campaign, phase, onPhase }: InputsProps) {
  const say = useWords(campaignWords);
  const before = campaign.phases.filter(({ id }) => phase.dependsOn.includes(id));
  if (before.length === 0) return <p className="soft">{say('noInputs')}</p>;
  return (
    <ul className="inputs">
      {before.map((input) => (
        <li key={input.id} className="card">
          <button type="button" className="link" onClick={() => onPhase(input.id)}>
            {say('inputFrom', { name: nameOf(input) })}
          </button>
          <PhaseStatusPill status={input.status} />
        </li>
      ))}
    </ul>
  );
}
