// What AI cost in a month, by day and by what it was for, down to the single calls.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Boundary, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { monthName } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { Breakdown, type CostsView, nextGrouping } from './breakdown.tsx';
import { CallsBehind } from './calls-behind.tsx';
import { Days } from './costs-by-day.tsx';
import { type CostsFilter, usageQuery } from './costs-data.ts';
import { costsWords } from './messages.ts';
import { MonthStepper } from './month-stepper.tsx';
import { Summary } from './month-summary.tsx';
import './costs.css';
import { Filters } from './costs-filters.tsx';

interface CostsPageProps {
  readonly view: CostsView;
  readonly onView: (view: CostsView) => void;
  readonly campaignLink: (campaignId: string, phaseId: string | undefined, label: string) => ReactNode;
}

export function CostsPage({ view, onView, campaignLink }: CostsPageProps) {
  const say = useWords(costsWords);
  usePageTitle(say('title'));
  const { month, filter } = view;
  const { day: _day, ...ofAllDays } = filter;
  const byDay = useQuery(usageQuery(month, ofAllDays, 'day'));
  const narrowed = useQuery(usageQuery(month, filter, view.by));
  // The filter names its campaign, whatever the table is grouped by.
  const { campaignId } = filter;
  const named = useQuery({ ...usageQuery(month, { campaignId }, 'campaign'), enabled: campaignId !== undefined });
  const narrow = (changes: CostsFilter) => onView({ ...view, filter: { ...filter, ...changes } });
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const isEmpty = byDay.data?.total.calls === 0 && byDay.data.total.cacheHits === 0;
  return (
    <div className="page costs">
      <header className="page-head">
        <h1>{say('title')}</h1>
        <MonthStepper month={month} onMonth={(to) => onView({ ...view, month: to, filter: {} })} />
      </header>
      {(byDay.error ?? narrowed.error) && (
        <ProblemNotice error={byDay.error ?? narrowed.error} retry={() => void byDay.refetch()} />
      )}
      {isFiltered && !named.isLoading && (
        <Filters view={view} onView={onView} campaignNames={nameOfCampaign(named.data?.groups)} />
      )}
      {narrowed.data && <Summary month={month} total={narrowed.data.total} isFiltered={isFiltered} />}
      {!byDay.data && !byDay.error && (
        <div className="panel">
          <Skeleton lines={6} height="1.5rem" />
        </div>
      )}
      {byDay.data && isEmpty && !isFiltered && (
        <div className="panel">
          <EmptyState title={say('emptyTitle', { month: monthName(`${month}-01`) })}>{say('emptyText')}</EmptyState>
        </div>
      )}
      {byDay.data && !(isEmpty && !isFiltered) && (
        <>
          <Days month={month} groups={byDay.data.groups} chosen={filter.day} onChoose={(day) => narrow({ day })} />
          {narrowed.data && (
            <Breakdown
              by={view.by}
              report={narrowed.data}
              onBy={(by) => onView({ ...view, by })}
              onChoose={(changes) => {
                const filters = { ...filter, ...changes };
                onView({ ...view, by: nextGrouping(view.by, filters), filter: filters });
              }}
            />
          )}
          <Boundary resetKey={JSON.stringify(view)}>
            <CallsBehind month={month} filter={filter} campaignLink={campaignLink} />
          </Boundary>
        </>
      )}
    </div>
  );
}

const nameOfCampaign = (groups: readonly { key: string; name?: string | undefined }[] | undefined) =>
  new Map((groups ?? []).flatMap(({ key, name }) => (name ? [[key, name] as const] : [])));
