// What the campaign should bring. A forecast must look like one.
import { createElement as h } from 'react';
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import { isCurrency } from '../contracts/currency.ts';
import { type OutputContext, useOutput } from './output-context.ts';
import { Points, Section, Table, written } from './parts.ts';

type Figure = AgentOutput<'Analytics'>['kpiTable'][number];

export function Forecast({ output }: { readonly output: AgentOutput<'Analytics'> }) {
  const context = useOutput();
  const { say } = context;
  const { kpiTable, insights, recommendations, forecastNotes } = output;
  return [
    kpiTable.some(({ status }) => status === 'forecast') &&
      h('p', { key: 'notice', className: 'output-notice', 'data-tone': 'run' }, say('forecastNote')),
    h(Table, {
      key: 'table',
      head: [say('kpi'), say('value'), say('status'), say('basis')],
      rows: kpiTable.map((figure) => [
        figure.kpi,
        figure.kpi,
        h('span', { className: 'figure' }, ...figureText(context, figure)),
        h('span', { className: 'mark', 'data-tone': figure.status }, say(figure.status)),
        figure.basis,
      ]),
    }),
    forecastNotes.length > 0 &&
      h(Section, { key: 'notes', title: say('forecastNotes') }, h(Points, { points: forecastNotes })),
    h(
      'div',
      { key: 'said', className: 'columns' },
      h(Section, { title: say('insights') }, h(Points, { points: insights })),
      h(Section, { title: say('recommendations') }, h(Points, { points: recommendations })),
    ),
  ];
}

/** The range where there is one, with its middle; one figure where a network has reported it. */
function figureText({ say, number, money }: OutputContext, { value, low, high, unit }: Figure) {
  const isMoney = isCurrency(unit);
  const text = (figure: number) => (isMoney ? money(figure, unit) : number(figure));
  const said = isMoney ? null : h('span', written, unit);
  if (low === undefined || high === undefined) return [h('strong', null, text(value)), ' ', said];
  const range = say('range', { low: text(low), high: text(high) });
  return [h('strong', null, range), ' ', said, ' ', h('span', { className: 'soft' }, say('middle', { value: text(value) }))]; // biome-ignore format: one thing
}
