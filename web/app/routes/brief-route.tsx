import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { type BriefForm, type BriefStep, briefSteps, toForm } from '../../features/brief/brief-form.ts';
import { BriefPage } from '../../features/brief/brief-page.tsx';
import { readKeptForm } from '../../features/brief/use-draft.ts';
import { campaignQuery } from '../../live/campaign-data.ts';
import { settings } from '../../live/settings.ts';
import { currentLanguage } from '../../words/words.ts';

const route = getRouteApi('/shell/campaigns/new');

export default function BriefRoute() {
  const { draft, start } = route.useSearch();
  // A draft that this visit began stays this visit's form; one that was come for is read.
  const [begun, setBegun] = useState<string>();
  if (draft && draft !== begun) return <StoredDraft key={draft} draft={draft} />;
  const initial = () => (start === 'sample' ? toForm(settings().sampleBrief) : readKeptForm(currentLanguage()));
  return <Brief initial={initial} onBegun={setBegun} />;
}

function StoredDraft({ draft }: { readonly draft: string }) {
  const { data } = useSuspenseQuery(campaignQuery(draft));
  const initial = () => toForm({ ...data, aiBudgetUsd: data.aiCapMicroUsd / 1_000_000 });
  return <Brief initial={initial} onBegun={() => undefined} />;
}

interface BriefProps {
  readonly initial: () => BriefForm;
  readonly onBegun: (draft: string) => void;
}

function Brief({ initial, onBegun }: BriefProps) {
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
      sampleBrief={settings().sampleBrief}
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
