import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelLabels } from '../../shared/contracts/channels.ts';
import { amount, list } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { Points } from './parts.tsx';
import { outputWords } from './words.ts';

export function Brief({ output }: { readonly output: AgentOutput<'Human'> }) {
  const say = useWords(outputWords);
  const { companyInfo, campaignGoals, brandIdentity } = output.briefContext;
  const rows = [
    [say('sector'), [companyInfo.name, companyInfo.sector, companyInfo.size].filter(Boolean).join(' · ')],
    [say('website'), companyInfo.website],
    [say('objectives'), <Points key="goals" points={campaignGoals.objectives} />],
    [say('audience'), campaignGoals.targetAudience],
    [say('tone'), brandIdentity.tone],
    [say('values'), brandIdentity.brandValues],
    [say('channels'), list(brandIdentity.priorityChannels.map((channel) => channelLabels[channel]))],
    [say('mediaBudget'), amount(campaignGoals.budget.amount, campaignGoals.budget.currency)],
    [say('duration'), campaignGoals.duration],
  ] as const;
  return (
    <dl className="output-facts">
      {rows.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
