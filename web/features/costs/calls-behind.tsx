// The single calls that the figures above are made of.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ListedCall } from '../../../shared/contracts/usage.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { duration, moment, number, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { Table } from '../../outputs/table.ts';
import { type CostsFilter, callsBehindQuery } from './costs-data.ts';
import { useKeyNames } from './key-names.ts';
import { costsWords } from './messages.ts';

interface CallsBehindProps {
  readonly month: string;
  readonly filter: CostsFilter;
  readonly campaignLink: (campaignId: string, phaseId: string | undefined, label: string) => ReactNode;
}

export function CallsBehind({ month, filter, campaignLink }: CallsBehindProps) {
  const say = useWords(costsWords);
  const nameOf = useKeyNames();
  const query = useInfiniteQuery(callsBehindQuery(month, filter));
  const calls = query.data?.pages.flatMap((page) => page.calls) ?? [];
  return (
    <section className="panel" aria-label={say('callsTitle')}>
      <header className="panel-head">
        <h2>{say('callsTitle')}</h2>
        {calls.length > 0 && (
          <Button onClick={() => save(tableOf(calls), `ai-calls-${month}.csv`)}>{say('csv')}</Button>
        )}
      </header>
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={5} />}
      {query.isSuccess && calls.length === 0 && (
        <p className="soft panel-body">{say(filter.campaignId === 'direct' ? 'callsDirect' : 'callsNone')}</p>
      )}
      {calls.length > 0 && (
        <Table
          head={[say('when'), say('cost'), say('for'), say('model'), say('tokensHead'), say('took')]}
          rows={calls.map((call) => [
            `${call.campaignId} ${call.id}`,
            <time key="when" dateTime={call.startedAt}>
              {moment(call.startedAt)}
            </time>,
            <span key="cost">
              {spending(call.costMicroUsd)}
              {call.savedMicroUsd ? (
                <span className="soft small block">{say('fromCache', { saved: spending(call.savedMicroUsd) })}</span>
              ) : null}
            </span>,
            <span key="for">
              {campaignLink(call.campaignId, call.phaseId, call.campaignName ?? say('deleted'))}
              <span className="soft small block">
                {nameOf('agent', call.agent)}
                {call.attempt > 1 && ` · ${say('attempt', { attempt: call.attempt })}`}
              </span>
            </span>,
            <span key="model">
              {call.model}
              <span className="soft small block">
                {nameOf('provider', call.provider)} · {say(`status_${call.status}`)}
              </span>
            </span>,
            `${number(call.inputTokens)} / ${number(call.outputTokens)}`,
            duration(call.latencyMilliseconds),
          ])}
        />
      )}
      {query.hasNextPage && (
        <div className="panel-body">
          <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('more')}
          </Button>
        </div>
      )}
    </section>
  );
}

const columns = [
  'startedAt',
  'campaignId',
  'campaignName',
  'phaseId',
  'agent',
  'attempt',
  'provider',
  'model',
  'status',
  'inputTokens',
  'outputTokens',
  'costMicroUsd',
  'savedMicroUsd',
  'latencyMilliseconds',
  'requestId',
] as const satisfies readonly (keyof ListedCall)[];

/** A cell that a spreadsheet could take for a formula is marked as a text. */
const cell = (value: unknown): string => {
  const text = String(value ?? '');
  return `"${(/^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text).replaceAll('"', '""')}"`;
};
const tableOf = (calls: readonly ListedCall[]): string =>
  [columns.join(','), ...calls.map((call) => columns.map((column) => cell(call[column])).join(','))].join('\r\n');

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
