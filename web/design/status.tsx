// One vocabulary of states for the whole application: an icon, a word and, third, a colour.
import {
  Ban,
  Check,
  CircleDashed,
  CircleDollarSign,
  CircleDot,
  LoaderCircle,
  type LucideIcon,
  Minus,
  OctagonX,
  Pause,
  PencilLine,
  Star,
} from 'lucide-react';
import type { CampaignStatus } from '../../shared/contracts/campaign.ts';
import type { PhaseStatus } from '../../shared/contracts/phase.ts';
import { useWords } from '../i18n/messages.ts';
import { designWords } from './messages.ts';

export type Tone = 'run' | 'done' | 'fail' | 'retry' | 'neutral' | 'star';
type Word = Parameters<ReturnType<typeof useWords<keyof typeof designWords.en>>>[0];
interface Sign {
  readonly tone: Tone;
  readonly word: Word;
  readonly icon: LucideIcon;
}

export const phaseSigns: Readonly<Record<PhaseStatus, Sign>> = {
  IDLE: { tone: 'neutral', word: 'idle', icon: CircleDashed },
  READY: { tone: 'neutral', word: 'ready', icon: CircleDot },
  RUNNING: { tone: 'run', word: 'running', icon: LoaderCircle },
  WAITING_VALIDATION: { tone: 'star', word: 'yourTurn', icon: Star },
  BUDGET_HOLD: { tone: 'retry', word: 'budgetHold', icon: CircleDollarSign },
  FAILED: { tone: 'fail', word: 'failed', icon: OctagonX },
  COMPLETED: { tone: 'done', word: 'completed', icon: Check },
  SKIPPED: { tone: 'neutral', word: 'skipped', icon: Minus },
};

export const campaignSigns: Readonly<Record<CampaignStatus, Sign>> = {
  DRAFT: { tone: 'neutral', word: 'draft', icon: PencilLine },
  RUNNING: { tone: 'run', word: 'running', icon: LoaderCircle },
  PAUSED: { tone: 'retry', word: 'paused', icon: Pause },
  COMPLETED: { tone: 'done', word: 'completed', icon: Check },
  FAILED: { tone: 'fail', word: 'failed', icon: OctagonX },
  CANCELLED: { tone: 'neutral', word: 'cancelled', icon: Ban },
};

function Pill({ sign }: { readonly sign: Sign }) {
  const say = useWords(designWords);
  const Icon = sign.icon;
  return (
    <span className="status" data-tone={sign.tone}>
      <Icon aria-hidden="true" strokeWidth={2.25} />
      {say(sign.word)}
    </span>
  );
}

export const PhaseStatusPill = ({ status }: { readonly status: PhaseStatus }) => <Pill sign={phaseSigns[status]} />;

interface CampaignPillProps {
  readonly campaign: { readonly status: CampaignStatus; readonly phases?: readonly { readonly status: PhaseStatus }[] };
}
/** A campaign that asks a person, for a decision or for what to do about a stop, says so: it would stand for ever. */
export const CampaignPill = ({ campaign: { status, phases = [] } }: CampaignPillProps) => (
  <Pill
    sign={status === 'RUNNING' && phases.some(asksSomebody) ? phaseSigns.WAITING_VALIDATION : campaignSigns[status]}
  />
);
/** Whether a person is asked: for a decision, or for what to do about a failure or at the cap. */
export const asksSomebody = ({ status }: { readonly status: PhaseStatus }): boolean =>
  status === 'WAITING_VALIDATION' || status === 'FAILED' || status === 'BUDGET_HOLD';

/** The icon alone, where the word stands beside it. */
export function PhaseStatusIcon({ status }: { readonly status: PhaseStatus }) {
  const { icon: Icon, tone } = phaseSigns[status];
  return <Icon className="status-icon" data-tone={tone} aria-hidden="true" strokeWidth={2.25} />;
}
