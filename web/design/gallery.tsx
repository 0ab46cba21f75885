// The parts of the application with their states, on a page of their own.
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { campaignStatuses } from '../../shared/contracts/campaign.ts';
import { phaseStatuses } from '../../shared/contracts/phase.ts';
import { useWords } from '../i18n/messages.ts';
import { BudgetBar } from './budget-bar.tsx';
import { Button, IconButton } from './button.tsx';
import { ChoiceField, SelectField, TextAreaField, TextField } from './field.tsx';
import { galleryWords } from './gallery-messages.ts';
import { Notice } from './notice.tsx';
import { PhaseStrip } from './phase-strip.tsx';
import { EmptyState, Skeleton } from './placeholders.tsx';
import { CampaignPill, PhaseStatusPill } from './status.tsx';
import { Dialog, Menu, Tabs } from './surfaces.tsx';

const kinds = ['primary', 'plain', 'star', 'danger', 'quiet'] as const;
const tones = ['done', 'run', 'retry', 'fail', 'star', 'neutral'] as const;
const colours = [
  'canvas',
  'surface',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'primary',
  'star',
  'run',
  'done',
  'fail',
  'retry',
];

export default function Gallery() {
  const say = useWords(galleryWords);
  const [choice, setChoice] = useState<'one' | 'two'>('one');
  const [tab, setTab] = useState<'one' | 'two'>('one');
  const [isOpen, setOpen] = useState(false);
  const options = [
    { value: 'one', label: say('first'), hint: say('hint') },
    { value: 'two', label: say('second'), hint: say('long') },
  ] as const;
  return (
    <main className="page">
      <h1>{say('title')}</h1>
      <h2>{say('buttons')}</h2>
      <div className="button-row">
        {kinds.map((kind) => (
          <Button key={kind} kind={kind}>
            {say('example')}
          </Button>
        ))}
        <Button working>{say('example')}</Button>
        <Button disabled>{say('example')}</Button>
        <IconButton label={say('example')} icon={<Plus aria-hidden="true" />} />
      </div>
      <h2>{say('fields')}</h2>
      <TextField label={say('example')} hint={say('hint')} defaultValue="" optional />
      <TextField label={say('example')} error={say('wrong')} defaultValue="" />
      <TextAreaField label={say('example')} defaultValue={say('long')} />
      <SelectField
        label={say('example')}
        value={choice}
        options={options}
        onChange={(value) => setChoice(value === 'two' ? 'two' : 'one')}
      />
      <ChoiceField legend={say('example')} name="example" value={choice} options={options} onChange={setChoice} />
      <h2>{say('statuses')}</h2>
      <div className="button-row">
        {campaignStatuses.map((status) => (
          <CampaignPill key={status} campaign={{ status }} />
        ))}
      </div>
      <div className="button-row">
        {phaseStatuses.map((status) => (
          <PhaseStatusPill key={status} status={status} />
        ))}
      </div>
      <PhaseStrip statuses={['COMPLETED', 'COMPLETED', 'SKIPPED', 'RUNNING', 'WAITING_VALIDATION', 'FAILED', 'IDLE']} />
      <BudgetBar
        spentMicroUsd={2_000_000}
        committedMicroUsd={3_500_000}
        capMicroUsd={5_000_000}
        label={say('example')}
      />
      <h2>{say('notices')}</h2>
      {tones.map((tone) => (
        <Notice key={tone} tone={tone} title={say('example')}>
          {say('long')}
        </Notice>
      ))}
      <h2>{say('places')}</h2>
      <div className="panel">
        <Skeleton />
      </div>
      <div className="panel">
        <EmptyState title={say('example')} action={<Button>{say('open')}</Button>}>
          {say('long')}
        </EmptyState>
      </div>
      <h2>{say('surfaces')}</h2>
      <Tabs
        label={say('example')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'one', label: say('first'), content: <p>{say('first')}</p> },
          { id: 'two', label: say('second'), content: <p>{say('second')}</p> },
        ]}
      />
      <div className="button-row">
        <Menu
          label={say('example')}
          trigger={say('example')}
          entries={[{ id: 'open', label: say('open'), onSelect: () => setOpen(true) }]}
        />
        <Button onClick={() => setOpen(true)}>{say('open')}</Button>
      </div>
      <Dialog title={say('example')} open={isOpen} onClose={() => setOpen(false)}>
        <p>{say('long')}</p>
      </Dialog>
      <h2>{say('colours')}</h2>
      <ul className="swatches">
        {colours.map((colour) => (
          <li key={colour}>
            <span style={{ background: `var(--${colour})` }} />
            <code className="mono">{colour}</code>
          </li>
        ))}
      </ul>
    </main>
  );
}
