// What a phase has made, the model at work on it, or what it waits for.
import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense } from 'react';
import type { AgentOutput } from '../../../shared/contracts/agent-outputs.ts';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { phaseQuery } from '../../live/campaign-data.ts';
import { Output } from '../../outputs/output.tsx';
import { OutputReader } from '../../outputs/output-reader.tsx';
import { campaignWords } from './messages.ts';
import { nameOf, namesOf } from './phase-names.ts';

const ModelAtWork = lazy(async () => ({ default: (await import('./model-at-work.tsx')).ModelAtWork }));
/** Drawn again with its output, not with every event of the campaign. */
const ShownOutput = memo(Output);

export function PhaseOutput({ campaign, phase, output }: { campaign: CampaignDetail; phase: Phase; output: unknown }) {
  const say = useWords(campaignWords);
  const timeZone = useTimeZone(campaign);
  if (output !== undefined) {
    const { companyInfo, campaignGoals } = campaign.briefData;
    return (
      <OutputReader
        brand={companyInfo.name}
        website={companyInfo.website}
        budget={campaignGoals.budget}
        timeZone={timeZone}
      >
        <ShownOutput agent={phase.agent} output={output} />
      </OutputReader>
    );
  }
  if (phase.status === 'RUNNING')
    return (
      <>
        <Suspense>
          <ModelAtWork campaign={campaign} phase={phase} />
        </Suspense>
        <Skeleton lines={7} />
      </>
    );
  return (
    <EmptyState title={nameOf(phase)}>
      {phase.waitsFor.length > 0 ? say('noOutputWaits', { names: namesOf(campaign, phase.waitsFor) }) : say('noOutput')}
    </EmptyState>
  );
}

/** Where the campaign's people are, as it was read out of the brief. */
function useTimeZone(campaign: CampaignDetail): string | undefined {
  const brief = campaign.phases.find(({ agent }) => agent === 'Human');
  const { data } = useQuery({ ...phaseQuery(campaign.id, brief?.id ?? ''), enabled: brief !== undefined });
  return (data?.output as AgentOutput<'Human'> | undefined)?.briefContext.reading.period.timeZone;
}
