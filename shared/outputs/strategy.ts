// The strategy from the summary down to the plan of action. It is the one place where the media budget is broken down.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { channelName } from '../contracts/channels.ts';
import { useOutput } from './output-context.ts';
import { Meter, Paragraphs, Section, Statements, Table, written } from './parts.ts';

type Report = AgentOutput<'CMO'>['strategyReport'];

export function Strategy({ output: { strategyReport } }: { readonly output: AgentOutput<'CMO'> }) {
  const { say } = useOutput();
  const { summary, keyMessages, pillars, channelMix, kpis, risks, actions } = strategyReport;
  return [
    h(Paragraphs, { key: 'summary', text: summary, className: 'output-lead' }),
    h(Section, { key: 'keyMessages', title: say('keyMessages') }, h(Statements, { statements: keyMessages })),
    h(
      Section,
      { key: 'pillars', title: say('pillars') },
      h(
        'ul',
        { className: 'cards' },
        ...pillars.map(({ title, description }) =>
          h('li', { className: 'card' }, h('h4', written, title), h('p', written, description)),
        ),
      ),
    ),
    h(Section, { key: 'channelMix', title: say('channelMix') }, h(ChannelMix, { mix: channelMix })),
    h(
      Section,
      { key: 'kpis', title: say('kpis') },
      h(Table, {
        head: [say('kpi'), say('target'), say('measurement')],
        rows: kpis.map(({ name, target, measurement }) => [name, name, h('strong', null, target), measurement]),
      }),
    ),
    h(
      Section,
      { key: 'risks', title: say('risks') },
      h(Table, {
        head: [say('risk'), say('mitigation')],
        rows: risks.map(({ risk, mitigation }) => [risk, risk, mitigation]),
      }),
    ),
    h(Section, { key: 'actions', title: say('actions') }, h(Plan, { actions })),
  ];
}

function ChannelMix({ mix }: { readonly mix: Report['channelMix'] }) {
  const { say, language, budget, percent, money } = useOutput();
  const sorted = mix.toSorted((first, second) => second.budgetPercent - first.budgetPercent);
  const widest = Math.max(...mix.map(({ budgetPercent }) => budgetPercent), 1);
  const amountOf = (share: number) =>
    budget && budget.amount > 0 && h('span', { className: 'mix-amount' }, money((budget.amount * share) / 100, budget.currency)); // biome-ignore format: one thought
  return h(
    'ul',
    { className: 'mix' },
    ...sorted.map(({ channel, role, budgetPercent }) =>
      h(
        'li',
        null,
        h('span', { className: 'mix-name' }, channelName(channel, language)),
        h(Meter, { share: budgetPercent / widest }),
        h('span', { className: 'mix-share' }, percent(budgetPercent / 100)),
        amountOf(budgetPercent),
        h('span', { ...written, className: 'mix-role' }, role),
      ),
    ),
    budget &&
      budget.amount > 0 &&
      h('li', { className: 'mix-total' }, h('span', null, say('mediaBudget')), amountOf(100)),
  );
}

function Plan({ actions }: { readonly actions: Report['actions'] }) {
  const { say } = useOutput();
  return h(
    'ol',
    { className: 'plan' },
    ...actions
      .toSorted((first, second) => first.week - second.week)
      .map(({ action, owner, week }) =>
        h(
          'li',
          null,
          h('span', { className: 'plan-when' }, say('inWeek', { week })),
          h('span', written, action),
          h('span', { ...written, className: 'soft' }, owner),
        ),
      ),
  );
}
