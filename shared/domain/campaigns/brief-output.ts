// What the briefing hands on. Apart from plan-campaign.ts: the rules that read briefs, 120 KB, are needed where one is written. Pure.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import type { Brief } from '../../contracts/brief.ts';
import { readBrief } from '../brief-reading/read-brief.ts';

/** What the briefing phase hands on. The brief is read as of the day the campaign was created, so that reading it again agrees. */
export function briefOutput(brief: Brief, createdAt: string): AgentOutput<'Human'> {
  const { name, language, briefData } = brief;
  const { agentConfiguration: _agentConfiguration, reading: _correction, ...shared } = briefData;
  const reading = readBrief(brief, createdAt.slice(0, 10));
  return {
    briefContext: { campaignName: name, language, ...shared, reading },
    analysisDepth: briefData.analysisDepth,
    goals: briefData.campaignGoals,
  };
}
