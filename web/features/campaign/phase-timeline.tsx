// When each phase worked and when it waited for a person, on one clock.
import { type CSSProperties, memo } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { PhaseStatusIcon } from '../../design/status.tsx';
import { duration } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { elapsedOf } from './phase-list.tsx';
import { nameOf } from './phase-names.ts';
import { roundStep } from './round-step.ts';
import { useNow } from './use-now.ts';

interface PhaseTimelineProps {
  readonly campaign: CampaignDetail;
  readonly selected: string | undefined;
  readonly onSelect: (phaseId: string) => void;
}

const at = (instant: string | undefined) => (instant ? new Date(instant).getTime() : undefined);

export default function PhaseTimeline({ campaign, selected, onSelect }: PhaseTimelineProps) {
  const say = useWords(campaignWords);
  const moving = campaign.phases.some(({ status }) => status === 'RUNNING' || status === 'WAITING_VALIDATION');
  const now = useNow(moving);
  const begin = Math.min(...campaign.phases.map(({ startedAt }) => at(startedAt) ?? now), now);
  const last = Math.max(...campaign.phases.map(({ finishedAt, waitingSince }) => at(finishedAt ?? waitingSince) ?? 0));
  const end = Math.max(moving ? now : last, begin + 1000);
  const place = (time: number) => `${((Math.min(Math.max(time, begin), end) - begin) / (end - begin)) * 100}%`;
  const width = (from: number, to: number) => `${(Math.max(0, to - from) / (end - begin)) * 100}%`;

  const step = roundStep(end - begin);
  const marks = Array.from({ length: Math.floor((end - begin) / step) + 1 }, (_, mark) => mark * step);

  return (
    <div className="gantt" style={{ '--gantt-step': width(0, step) } as CSSProperties}>
      <div className="gantt-scale" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} style={{ insetInlineStart: place(begin + mark) }}>
            {duration(mark)}
          </span>
        ))}
      </div>
      <ol className="gantt-rows">
        {campaign.phases.map((phase) => {
          const from = phase.status === 'IDLE' ? undefined : at(phase.startedAt);
          const asked = at(phase.waitingSince);
          const to = at(phase.finishedAt) ?? (isOpen(phase) ? now : asked) ?? now;
          return (
            <PhaseBars
              key={phase.id}
              phase={phase}
              name={nameOf(phase)}
              elapsed={elapsedOf(phase, now)}
              isSelected={phase.id === selected}
              onSelect={onSelect}
              // In words of the style sheet: a row whose bars stay where they are is not drawn again.
              working={from === undefined ? undefined : `${place(from)} ${width(from, asked ?? to)}`}
              waiting={
                from === undefined || asked === undefined || to <= asked
                  ? undefined
                  : `${place(asked)} ${width(asked, to)}`
              }
            />
          );
        })}
      </ol>
      <p className="gantt-legend small soft" aria-hidden="true">
        <span className="gantt-key" data-status="COMPLETED" />
        {say('ganttWorking')}
        <span className="gantt-key" data-status="waiting" />
        {say('ganttWaiting')}
      </p>
    </div>
  );
}

interface PhaseBarsProps extends Pick<PhaseTimelineProps, 'onSelect'> {
  readonly phase: Phase;
  readonly name: string;
  readonly elapsed: string;
  readonly isSelected: boolean;
  /** Where its bars begin and how long they are, such as `12% 40%`. */
  readonly working: string | undefined;
  readonly waiting: string | undefined;
}

const PhaseBars = memo(function PhaseBars(props: PhaseBarsProps) {
  const { phase, name, elapsed, isSelected, working, waiting, onSelect } = props;
  const say = useWords(campaignWords);
  return (
    <li>
      <button
        type="button"
        className="gantt-row"
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => onSelect(phase.id)}
      >
        <span className="gantt-name">
          <PhaseStatusIcon status={phase.status} />
          {name}
        </span>
        <span className="gantt-track">
          {working === undefined && <span className="visually-hidden">{say('notStarted')}</span>}
          {working !== undefined && <Bar status={phase.status} extent={working} />}
          {waiting !== undefined && <Bar status="waiting" extent={waiting} />}
        </span>
        <span className="gantt-time">{elapsed}</span>
      </button>
    </li>
  );
});

function Bar({ status, extent }: { readonly status: string; readonly extent: string }) {
  const [insetInlineStart, inlineSize] = extent.split(' ');
  return <span className="gantt-bar" data-status={status} style={{ insetInlineStart, inlineSize }} />;
}

const isOpen = ({ status }: Phase) => status === 'RUNNING' || status === 'WAITING_VALIDATION';
