// Reads the forecasts back to a person: what they say of the objectives and what to watch first.
import type { z } from 'zod';
import type { analyticsFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { networkNames } from '../../shared/contracts/channels.ts';
import { documentWriterFor } from './document-writer.ts';
import { sayCount } from './grammar/amounts-and-days.ts';
import type { Voice } from './voice-of-brief.ts';

type Facts = z.infer<typeof analyticsFactsSchema>;
type Findings = Pick<AgentOutput<'Analytics'>, 'insights' | 'recommendations'>;
/** Lines of the table that speak of reach or money, not of what people did. */
const NOT_AN_OUTCOME = /impression|^[A-Z]{3}$|^%$/u;

export function composeFindings({ kpiTable, scheduledPosts, liveCampaign }: Facts, voice: Voice): Findings {
  const perChannel = Map.groupBy(scheduledPosts, ({ channel }) => channel);
  const [busiest] = [...perChannel].sort((left, right) => right[1].length - left[1].length);
  const outcomes = kpiTable.filter(({ unit }) => !NOT_AN_OUTCOME.test(unit)).slice(-3);
  const figures = (outcomes.length > 0 ? outcomes : kpiTable.slice(0, 2)).map(
    ({ kpi, value }) => `${sayCount(value, voice.variety)} ${kpi.toLowerCase()}`,
  );
  const documents = documentWriterFor(voice, 'Analytics', {
    figures: voice.list(figures),
    busiest: networkNames[busiest?.[0] ?? liveCampaign.channels[0] ?? 'linkedin'],
    busiestcount: String(busiest?.[1].length ?? scheduledPosts.length),
    postcount: String(scheduledPosts.length),
  });
  const { notes } = documents;
  return {
    insights: [...notes.slice(0, 1), ...documents.points(['finding'], 3, 3)].slice(0, 3),
    recommendations: [...notes.slice(1), ...documents.points(['advice'], 4, 5)].slice(0, 5),
  };
}
