// Each day of a month as a bar, by money or by calls.
import { lazy, Suspense, useState } from 'react';
import type { UsageCounters } from '../../../shared/contracts/usage.ts';
import { Choices } from '../../design/choices.tsx';
import { day as dayName, number, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { daysOf } from './costs-data.ts';
import { costsWords } from './messages.ts';

const DayChart = lazy(() => import('./day-chart.tsx'));

interface DaysProps {
  readonly month: string;
  readonly groups: readonly (UsageCounters & { readonly key: string })[];
  readonly chosen: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

export function Days({ month, groups, chosen, onChoose }: DaysProps) {
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
        <Choices
          legend={say('measure')}
          name="measure"
          value={measure}
          options={(['money', 'calls'] as const).map((name) => [name, say(name)])}
          onChange={setMeasure}
        />
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
