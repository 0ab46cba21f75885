// Which models made a phase, why they were asked, and what each call cost.
import { useQuery } from '@tanstack/react-query';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { ModelCall } from '../../../shared/contracts/usage.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { callsQuery } from '../../live/campaign-data.ts';
import { Table } from '../../outputs/table.ts';
import { clock, duration, list, number, spending } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { runWords } from './words.ts';

export function Provenance({ campaign, phase }: { readonly campaign: CampaignDetail; readonly phase: Phase }) {
  const say = useWords(runWords);
  const query = useQuery(callsQuery(campaign.id));
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  const calls = query.data.calls.filter(({ phaseId }) => phaseId === phase.id);
  if (calls.length === 0) return <p className="soft">{say('noCalls')}</p>;
  const cost = calls.reduce((sum, call) => sum + call.costMicroUsd, 0);
  return (
    <div className="provenance">
      <p className="soft">{say('total', { count: calls.length, cost: spending(cost) })}</p>
      <Table
        head={[say('model'), say('tokens'), say('cost'), say('latency'), say('when')]}
        rows={calls.map((call) => [
          call.id,
          <Model key="model" call={call} />,
          <span key="tokens">
            {`${number(call.inputTokens)} / ${number(call.outputTokens)}`}
            {call.reasoningTokens ? (
              <span className="soft small block">{say('reasoning', { tokens: number(call.reasoningTokens) })}</span>
            ) : null}
          </span>,
          <span key="cost">
            {spending(call.costMicroUsd)}
            {call.costSource && <span className="soft small block">{say(`costSource_${call.costSource}`)}</span>}
          </span>,
          duration(call.latencyMilliseconds),
          clock(call.startedAt),
        ])}
      />
    </div>
  );
}

function Model({ call }: { readonly call: ModelCall }) {
  const say = useWords(runWords);
  const facts = [
    `${call.provider} · ${say('attempt', { attempt: call.attempt })} · ${say(`callStatus_${call.status}`)}`,
    call.servedModel && call.servedModel !== call.model && say('served', { model: call.servedModel }),
    call.chosenBecause,
    call.savedMicroUsd && say('cached', { saved: spending(call.savedMicroUsd) }),
    call.fixes && call.fixes.length > 0 && say('fixed', { fixes: list(call.fixes) }),
    call.promptVersion && say('promptVersion', { version: call.promptVersion }),
    call.requestId && say('providerRequest', { id: call.requestId }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <span>
      {call.model}
      {facts.map((fact) => (
        <span key={fact} className="soft small block provenance-fact">
          {fact}
        </span>
      ))}
    </span>
  );
}
