// What a month came to, and what is left of it.
import { useQuery } from '@tanstack/react-query';
import type { UsageCounters } from '../../../shared/contracts/usage.ts';
import { day as dayName, number, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { currentMonth, quotaQuery } from './costs-data.ts';
import { costsWords } from './messages.ts';

interface SummaryProps {
  readonly month: string;
  readonly total: UsageCounters;
  readonly isFiltered: boolean;
}

export function Summary({ month, total, isFiltered }: SummaryProps) {
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
