// Which models made a phase, why they were asked, and what each call cost.
import { useQuery } from '@tanstack/react-query';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { ChoiceReason } from '../../../shared/contracts/reasons.ts';
import type { ModelCall } from '../../../shared/contracts/usage.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { clock, duration, list, number, spending } from '../../i18n/formats.ts';
import { type Say, useWords } from '../../i18n/messages.ts';
import { callsQuery } from '../../live/campaign-data.ts';
import { provenanceWords } from './provenance-messages.ts';

export function Provenance({ campaign, phase }: { readonly campaign: CampaignDetail; readonly phase: Phase }) {
  const say = useWords(provenanceWords);
  const query = useQuery(callsQuery(campaign.id));
  if (query.error) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton />;
  const calls = query.data.calls.filter(({ phaseId }) => phaseId === phase.id);
  if (calls.length === 0) return <p className="soft">{say('noCalls')}</p>;
  const cost = calls.reduce((sum, call) => sum + call.costMicroUsd, 0);
  return (
    <div className="provenance">
      <p className="soft">{say('total', { count: calls.length, cost: spending(cost) })}</p>
      <ol className="calls">
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ol>
    </div>
  );
}

function sayWhy(say: Say<keyof typeof provenanceWords.en>, why: ChoiceReason): string {
  switch (why.kind) {
    case 'said':
      return why.words;
    case 'drawn':
      return why.known ? say('asked_drawn', { of: why.of, ...why.known }) : say('asked_drawnNew', { of: why.of });
    case 'failed-before':
      return say('asked_failed-before', { model: why.model });
    case 'left-out':
      return say(`asked_${why.cause}`, { model: why.model });
    default:
      return say(`asked_${why.kind}`);
  }
}

function Call({ call }: { readonly call: ModelCall }) {
  const say = useWords(provenanceWords);
  const used = [
    say('tokensOf', { input: number(call.inputTokens), output: number(call.outputTokens) }),
    call.reasoningTokens && say('reasoning', { tokens: number(call.reasoningTokens) }),
    duration(call.latencyMilliseconds),
    clock(call.startedAt),
  ].filter((fact): fact is string => typeof fact === 'string');
  const facts = [
    `${call.provider} · ${say('attempt', { attempt: call.attempt })} · ${say(`callStatus_${call.status}`)}`,
    call.servedModel && call.servedModel !== call.model && say('served', { model: call.servedModel }),
    call.chosenBecause && sayWhy(say, call.chosenBecause),
    call.savedMicroUsd && say('cached', { saved: spending(call.savedMicroUsd) }),
    call.fixes && call.fixes.length > 0 && say('fixed', { fixes: list(call.fixes) }),
    call.promptVersion && say('promptVersion', { version: call.promptVersion }),
    call.requestId && say('providerRequest', { id: call.requestId }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  return (
    <li className="card call">
      <p className="call-head">
        <strong>{call.model}</strong>
        <span className="number">{spending(call.costMicroUsd)}</span>
      </p>
      {call.costSource && <p className="soft small call-source">{say(`costSource_${call.costSource}`)}</p>}
      <p className="small">{used.join(' · ')}</p>
      {facts.map((fact) => (
        <p key={fact} className="soft small">
          {fact}
        </p>
      ))}
    </li>
  );
}
