// Writes the strategy: three messages, pillars, the budget shared out in money, measures, risks and a plan by week.
import type { z } from 'zod';
import type { cmoFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { catalogues } from './catalogue.ts';
import { openQuestions } from './compose-market-analysis.ts';
import { type DocumentWriter, documentWriterFor } from './document-writer.ts';
import { addedToStudy } from './edited-study.ts';
import { unpunctuated, upperFirst } from './plain-text.ts';
import type { Voice } from './voice-of-brief.ts';

type Strategy = AgentOutput<'CMO'>['strategyReport'];

/** Relative weight in a budget before it is shared out: paid reach costs more than owned channels. */
const WEIGHTS: Record<Channel, number> = {
  linkedin: 5, instagram: 5, facebook: 4, x: 2, tiktok: 4, youtube: 5, pinterest: 2, threads: 1, bluesky: 1, email: 2, blog: 3, search: 5,
}; // biome-ignore format: a table

export function composeStrategy(facts: z.infer<typeof cmoFactsSchema> | undefined, voice: Voice): AgentOutput<'CMO'> {
  const documents = documentWriterFor(voice, 'CMO');
  const { plan, fill } = documents;
  const topic = voice.mentions.at(-1);
  const { notes } = catalogues[voice.language].labels;
  const studied = facts ? addedToStudy(facts.marketAnalysisReport, facts.briefContext) : [];
  const messages = keyMessages(voice, documents);
  const summary = [
    ...documents.notes,
    ...studied.map((topic) => documents.fill(notes.study, { topic: unpunctuated(topic) })),
    ...documents.ordered('summary', 9),
    ...openQuestions(voice, documents).slice(0, 1),
  ].join(' ');
  return {
    strategyReport: {
      summary: fitText(summary, 2000),
      keyMessages: topic ? [...messages.slice(0, 2), upperFirst(`${topic}.`)] : messages,
      pillars: plan.steps.map(({ title, description }) => ({ title, description: fill(description) })),
      channelMix: mixFor(voice, documents),
      kpis: indicators(voice, documents),
      risks: documents.points(['risk'], 3, 4).map((pair) => {
        const [risk = pair, mitigation = pair] = pair.split(' => ');
        return { risk, mitigation };
      }),
      actions: tasks(voice, documents),
    },
  };
}

/** Three; of a notice what happens comes first, then what to do. */
function keyMessages({ goal }: Voice, documents: DocumentWriter): string[] {
  if (goal !== 'notice') return documents.points(['message'], 3, 3);
  return [...new Set([...documents.ordered('message', 3), ...documents.points(['message'], 3, 6)])].slice(0, 3);
}

function mixFor(voice: Voice, { fill }: DocumentWriter): Strategy['channelMix'] {
  const { channelRoles, effort } = catalogues[voice.language].labels;
  return shareBudget(voice.channels).map(({ channel, budgetPercent }) => {
    const role = fill(`${channelRoles[channel]}${voice.budgetAmount > 0 ? '' : effort}`);
    return { channel, role, budgetPercent };
  });
}

/** Whole percentages that add up to exactly 100; the channels named first gain a little, as the brief ranks them. */
function shareBudget(channels: readonly Channel[]): { channel: Channel; budgetPercent: number }[] {
  const weights = channels.map((channel, rank) => WEIGHTS[channel] * (1 + 0.5 / (rank + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((100 * weight) / total));
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  return channels.map((channel, index) => ({ channel, budgetPercent: (shares[index] ?? 0) + Number(index < missing) }));
}

/** The goal's own measure with the target of the brief first, then the objectives in the brief's words. */
function indicators(voice: Voice, documents: DocumentWriter): Strategy['kpis'] {
  const { name, measurement } = documents.plan.metric;
  const measured = documents.fill(measurement);
  const [objective, ...further] = voice.objectives;
  const others = documents.points(['indicator'], 2, 3).map((line) => {
    const [title = line, aim = line, reading = line] = line.split(' => ');
    return { name: fitText(title, 150), target: fitText(aim, 150), measurement: reading };
  });
  const objectives = further.slice(0, 3).map((text) => {
    const target = fitText(text, 150);
    return { name: target, target, measurement: measured };
  });
  return [
    { name, target: fitText(voice.slots.target ?? objective, 150), measurement: measured },
    ...objectives,
    ...others,
  ];
}

function tasks({ weeks }: Voice, documents: DocumentWriter): Strategy['actions'] {
  const actions = documents.points(['task'], 3, 8).map((line) => {
    const [action = line, owner = 'Marketing', share = '0'] = line.split(' => ');
    return {
      action,
      owner: fitText(owner, 150),
      week: Math.min(Math.max(Math.ceil(weeks * (Number(share) || 0)), 1), weeks),
    };
  });
  return actions.sort((one, other) => one.week - other.week);
}
