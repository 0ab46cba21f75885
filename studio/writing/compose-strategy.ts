// Writes the strategy: three messages, pillars, the budget shared out in money, measures, risks and a plan by week.
import type { z } from 'zod';
import type { cmoFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import { workingNotes } from './asked-lines.ts';
import { openQuestions } from './compose-market-analysis.ts';
import { type DocumentWriter, documentWriterFor } from './document-writer.ts';
import { channelRoles, shareBudget } from './frames/channel-roles.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Strategy = AgentOutput<'CMO'>['strategyReport'];

export function composeStrategy(_facts: z.infer<typeof cmoFactsSchema>, voice: Voice): AgentOutput<'CMO'> {
  const documents = documentWriterFor(voice, 'CMO');
  const { plan, fill } = documents;
  const topic = voice.mentions.at(-1);
  const messages = documents.points(['message'], 3, 3);
  const keyMessages = topic ? [...messages.slice(0, 2), upperFirst(`${topic}.`)] : messages;
  const summary = [
    ...workingNotes(voice),
    ...documents.ordered('summary', 9),
    ...openQuestions(voice).slice(0, 1),
  ].join(' ');
  return {
    strategyReport: {
      summary: fitText(summary, 2000),
      keyMessages,
      pillars: plan.steps.map(([title, description]) => ({ title, description: fill(description) })),
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

const shares: Record<Language, (money: string | undefined) => string> = {
  fr: (money) => (money ? ` Enveloppe indicative : ${money}.` : ' La part indique l’effort à y consacrer.'),
  en: (money) => (money ? ` Indicative budget: ${money}.` : ' The share tells how much effort to spend there.'),
};

function mixFor(voice: Voice, { fill }: DocumentWriter): Strategy['channelMix'] {
  const { language, budgetAmount, rules } = voice;
  return shareBudget(voice.channels).map(({ channel, budgetPercent }) => {
    const money =
      budgetAmount > 0 && !rules.withoutPrices ? voice.money((budgetAmount * budgetPercent) / 100) : undefined;
    return {
      channel,
      role: fitText(`${fill(channelRoles[language][channel])}${shares[language](money)}`, 590),
      budgetPercent,
    };
  });
}

/** The goal's own measure with the target of the brief first, then the objectives in the brief's words. */
function indicators(voice: Voice, documents: DocumentWriter): Strategy['kpis'] {
  const [name, measurement] = documents.plan.metric;
  const target = voice.slots.target ?? voice.objectives[0];
  const others = documents.points(['indicator'], 2, 3).map((line) => {
    const [title = line, aim = line, reading = line] = line.split(' => ');
    return { name: fitText(title, 150), target: fitText(aim, 150), measurement: reading };
  });
  const objectives = voice.objectives.slice(1, 4).map((objective) => ({
    name: fitText(objective, 150),
    target: fitText(objective, 150),
    measurement: documents.fill(measurement),
  }));
  return [{ name, target: fitText(target, 150), measurement: documents.fill(measurement) }, ...objectives, ...others];
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
