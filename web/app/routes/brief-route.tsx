import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import {
  type BriefForm,
  type BriefStep,
  briefSteps,
  emptyForm,
  toForm,
} from '../../features/brief/brief-form-state.ts';
import { BriefPage } from '../../features/brief/brief-page.tsx';
import { readKeptForm } from '../../features/brief/use-draft.ts';
import { currentLanguage } from '../../i18n/messages.ts';
import { campaignQuery } from '../../live/campaign-data.ts';
import { settings } from '../../live/settings.ts';

const route = getRouteApi('/shell/campaigns/new');

interface Visit {
  readonly number: number;
  /** The draft that it began, and whether the address has it yet. */
  readonly begun?: string;
  readonly arrived?: boolean;
}

export default function BriefRoute() {
  const { draft, start } = route.useSearch();
  // A draft that this visit began stays this visit's form; one that was come for is read; without one, a new brief begins.
  const [visit, setVisit] = useState<Visit>({ number: 0 });
  if (draft && draft === visit.begun && !visit.arrived) setVisit({ ...visit, arrived: true });
  if (!draft && visit.arrived) setVisit({ number: visit.number + 1 });
  if (draft && draft !== visit.begun) return <StoredDraft key={draft} draft={draft} />;
  const initial = () =>
    start === 'sample'
      ? toForm(settings().sampleBriefs[currentLanguage()])
      : (readKeptForm(currentLanguage()) ?? emptyForm(currentLanguage(), navigator.language));
  return (
    <Brief
      key={visit.number}
      initial={initial}
      isSaved={false}
      onBegun={(begun) => setVisit(({ number }) => ({ number, begun }))}
    />
  );
}

function StoredDraft({ draft }: { readonly draft: string }) {
  const { data } = useSuspenseQuery(campaignQuery(draft));
  const unsaved = readKeptForm(currentLanguage(), draft);
  const initial = () => unsaved ?? toForm({ ...data, aiBudgetUsd: data.aiCapMicroUsd / 1_000_000 });
  return <Brief initial={initial} isSaved={!unsaved} onBegun={() => undefined} />;
}

interface BriefProps {
  readonly initial: () => BriefForm;
  /** Whether the server has it as it is. */
  readonly isSaved: boolean;
  readonly onBegun: (draft: string) => void;
}

function Brief({ initial, isSaved, onBegun }: BriefProps) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [form] = useState(initial);
  const step = search.step ?? briefSteps[0];
  const kept = search.draft ? { draft: search.draft } : {};
  const go = useCallback(
    (to: BriefStep) => void navigate({ to: '/campaigns/new', search: (known) => ({ ...known, step: to }) }),
    [navigate],
  );
  const stepLink = (to: BriefStep, content: ReactNode, current: boolean) => (
    <Link to="/campaigns/new" search={{ ...kept, step: to }} aria-current={current ? 'step' : undefined}>
      {content}
    </Link>
  );
  return (
    <BriefPage
      step={step}
      draftId={search.draft}
      initial={form}
      isSaved={isSaved}
      sampleBrief={settings().sampleBriefs[currentLanguage()]}
      onStep={go}
      onDraft={(draft) => {
        onBegun(draft);
        void navigate({
          to: '/campaigns/new',
          replace: true,
          search: ({ start: _start, ...known }) => ({ ...known, draft }),
        });
      }}
      onLaunched={(campaignId) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })}
      stepLink={stepLink}
    />
  );
}
