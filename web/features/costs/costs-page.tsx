// What AI cost in a month, by day and by what it was for, down to the single calls.
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { UsageCounters } from '../../../shared/contracts/usage.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { Boundary, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { day as dayName, monthName, number, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { Breakdown, type CostsGrouping, nextGrouping } from './breakdown.tsx';
import { CallsBehind } from './calls-behind.tsx';
import './costs.css';
import { type CostsFilter, currentMonth, daysOf, otherMonth, quotaQuery, usageQuery } from './costs-data.ts';
import { useKeyNames } from './key-names.ts';
import { costsWords } from './messages.ts';

const DayChart = lazy(() => import('./day-chart.tsx'));

export interface CostsView {
  readonly month: string;
  readonly by: CostsGrouping;
  readonly filter: CostsFilter;
}

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

function MonthStepper({ month, onMonth }: { readonly month: string; readonly onMonth: (month: string) => void }) {
  const say = useWords(costsWords);
  return (
    <div className="stepper">
      <IconButton
        label={say('monthBefore')}
        icon={<ChevronLeft aria-hidden="true" />}
        onClick={() => onMonth(otherMonth(month, -1))}
      />
      <span className="stepper-name" aria-live="polite">
        {monthName(`${month}-01`)}
      </span>
      <IconButton
        label={say('monthAfter')}
        icon={<ChevronRight aria-hidden="true" />}
        disabled={month >= currentMonth()}
        onClick={() => onMonth(otherMonth(month, 1))}
      />
    </div>
  );
}

interface SummaryProps {
  readonly month: string;
  readonly total: UsageCounters;
  readonly isFiltered: boolean;
}

function Summary({ month, total, isFiltered }: SummaryProps) {
  const say = useWords(costsWords);
  const quota = useQuery({ ...quotaQuery, enabled: month === currentMonth() }).data;
  const projected = !isFiltered && month === currentMonth() ? projection(total.costMicroUsd, new Date()) : undefined;
  return (
    <dl className="figures panel">
      <div>
        <dt>{say('spent')}</dt>
        <dd className="figure-main">{spending(total.costMicroUsd)}</dd>
        {projected !== undefined && <dd className="soft small">{say('projected', { money: spending(projected) })}</dd>}
      </div>
      <div>
        <dt>{say('saved')}</dt>
        <dd>{spending(total.savedMicroUsd)}</dd>
        <dd className="soft small">{say('hits', { count: total.cacheHits })}</dd>
      </div>
      <div>
        <dt>{say('calls')}</dt>
        <dd>{number(total.calls)}</dd>
        <dd className="soft small">
          {say('tokens', { input: number(total.inputTokens), output: number(total.outputTokens) })}
        </dd>
      </div>
      {quota && month === currentMonth() && (
        <div>
          <dt>{say('left')}</dt>
          <dd>{number(quota.remaining)}</dd>
          <dd className="soft small">{say('leftOf', { limit: number(quota.limit), when: dayName(quota.resetsAt) })}</dd>
        </div>
      )}
    </dl>
  );
}

/** What the month comes to when it goes on as it has until now. */
function projection(costMicroUsd: number, now: Date): number {
  const begun = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
  const ends = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  return Math.round((costMicroUsd * (ends - begun)) / Math.max(1, now.getTime() - begun));
}

interface DaysProps {
  readonly month: string;
  readonly groups: readonly (UsageCounters & { readonly key: string })[];
  readonly chosen: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

function Days({ month, groups, chosen, onChoose }: DaysProps) {
  const say = useWords(costsWords);
  const hasCost = groups.some(({ costMicroUsd }) => costMicroUsd > 0);
  const [asked, setMeasure] = useState<'money' | 'calls'>();
  const measure = asked ?? (hasCost ? 'money' : 'calls');
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const days = daysOf(month).map((day) => {
    const used = byKey.get(day);
    const [cost, calls] = [used?.costMicroUsd ?? 0, used?.calls ?? 0];
    return {
      day,
      value: measure === 'money' ? cost : calls,
      label: say('dayOf', { day: dayName(day), cost: spending(cost), calls }),
    };
  });
  return (
    <section className="panel costs-days" aria-label={say('byDay')}>
      <header className="panel-head">
        <h2>{say('byDay')}</h2>
        <fieldset className="chips">
          <legend className="visually-hidden">{say('measure')}</legend>
          {(['money', 'calls'] as const).map((name) => (
            <label key={name} className="chip-choice">
              <input type="radio" name="measure" checked={measure === name} onChange={() => setMeasure(name)} />
              {say(name)}
            </label>
          ))}
        </fieldset>
      </header>
      <Suspense fallback={<div className="chart" />}>
        <DayChart
          days={days}
          chosen={chosen}
          onChoose={onChoose}
          format={measure === 'money' ? spending : (value) => number(value)}
        />
      </Suspense>
    </section>
  );
}

interface FiltersProps {
  readonly view: CostsView;
  readonly onView: (view: CostsView) => void;
  readonly campaignNames: ReadonlyMap<string, string>;
}

function Filters({ view, onView, campaignNames }: FiltersProps) {
  const say = useWords(costsWords);
  const nameOf = useKeyNames();
  const shown = Object.entries(view.filter).filter(([, value]) => value !== undefined) as [keyof CostsFilter, string][];
  return (
    <ul className="chips filters-on" aria-label={say('narrowed')}>
      {shown.map(([field, value]) => (
        <li key={field}>
          <Button
            icon={<X aria-hidden="true" />}
            onClick={() => onView({ ...view, filter: { ...view.filter, [field]: undefined } })}
          >
            {field === 'day' ? dayName(value) : (campaignNames.get(value) ?? nameOf(field, value))}
            <span className="visually-hidden">{say('takeOff')}</span>
          </Button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onClick={() => onView({ ...view, filter: {} })}>
          {say('wholeMonth')}
        </Button>
      </li>
    </ul>
  );
}

const nameOfCampaign = (groups: readonly { key: string; name?: string | undefined }[] | undefined) =>
  new Map((groups ?? []).flatMap(({ key, name }) => (name ? [[key, name] as const] : [])));
