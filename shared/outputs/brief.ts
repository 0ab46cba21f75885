// What was understood, each value with the words it was read from, and what could not be read.
import { createElement as h, type ReactNode } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { BriefReading, ReadFrom } from '../contracts/brief-reading.ts';
import { channelName } from '../contracts/channels.ts';
import { locales, type OutputContext, useOutput } from './output-context.ts';
import { type Fact, Facts, Points, Section, Statements } from './parts.ts';

export function Brief({ output: { briefContext } }: { readonly output: AgentOutput<'Human'> }) {
  const context = useOutput();
  const { say, money } = context;
  const { companyInfo, campaignGoals, brandIdentity, reading } = briefContext;
  const { amount, currency } = campaignGoals.budget;
  return [
    h(
      Section,
      { key: 'objectives', title: say('objectives') },
      h(Statements, { statements: campaignGoals.objectives }),
    ),
    h(Facts, {
      key: 'facts',
      facts: [
        ...understood(context, reading),
        { label: say('audience'), value: campaignGoals.targetAudience },
        { label: say('sector'), value: [companyInfo.sector, companyInfo.size].filter(Boolean).join(' · ') },
        { label: say('website'), value: companyInfo.website },
        { label: say('mediaBudget'), value: amount > 0 ? money(amount, currency) : say('noMediaBudget') },
        { label: say('period'), value: periodText(context, reading.period) },
        { label: say('tone'), value: brandIdentity.tone },
        { label: say('values'), value: brandIdentity.brandValues },
        {
          label: say('channels'),
          value: brandIdentity.priorityChannels.map((id) => channelName(id, context.language)).join(' · '),
        },
      ],
    }),
    reading.notUnderstood.length > 0 &&
      h(
        'div',
        { key: 'questions', className: 'output-notice', 'data-tone': 'retry' },
        h('h3', null, say('openQuestions')),
        h(Points, { points: reading.notUnderstood.map(({ question }) => question) }),
      ),
  ];
}

function understood({ say }: OutputContext, { offer, goal, destination, proofs, constraints }: BriefReading): Fact[] {
  const { website, telephone, address, email } = destination;
  // One sentence of the brief may set several rules.
  const rules = [...new Set(constraints.map(({ from }) => from.quote))];
  const listed = (texts: readonly (string | undefined)[]) => texts.filter(Boolean).join(' · ');
  return [
    { label: say('offer'), value: quoted(listed([offer.thing, offer.price?.words]), offer.from) },
    { label: say('goal'), value: quoted(say(goal.kind), goal.from) },
    { label: say('destination'), value: listed([website, telephone, address, email]) },
    { label: say('proofs'), value: listed(proofs.map(({ fact }) => fact)) },
    { label: say('constraints'), value: listed(rules) },
  ];
}

/** The words of the brief, so that the client sees at once whether they were read well. */
const quoted = (value: string, { quote }: ReadFrom): ReactNode =>
  quote ? [value, h('q', { key: 'quote', dir: 'auto' }, quote)] : value;

/** From the first day to the last, in words. */
export function periodText({ language }: Pick<OutputContext, 'language'>, period: BriefReading['period']): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(period.startsOn), new Date(period.endsOn));
}
