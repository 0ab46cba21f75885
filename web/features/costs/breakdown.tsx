// The month by what it was for. Each row narrows everything else to itself.
import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import { Choices } from '../../design/choices.tsx';
import { number, percent, spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { Table } from '../../outputs/table.ts';
import type { CostsFilter } from './costs-data.ts';
import { useKeyNames } from './key-names.ts';
import { costsWords } from './messages.ts';

export const costsGroupings = ['campaign', 'agent', 'model', 'provider'] as const;
export type CostsGrouping = (typeof costsGroupings)[number];

/** What of the page is in its address. */
export interface CostsView {
  readonly month: string;
  readonly by: CostsGrouping;
  readonly filter: CostsFilter;
}
const fieldOf = { campaign: 'campaignId', agent: 'agent', model: 'model', provider: 'provider' } as const;
const titleOf = { campaign: 'byCampaign', agent: 'byAgent', model: 'byModel', provider: 'byProvider' } as const;

/** What is asked next of what was chosen: a table of that one row says nothing. */
export const nextGrouping = (by: CostsGrouping, filter: CostsFilter): CostsGrouping =>
  costsGroupings.find((grouping) => filter[fieldOf[grouping]] === undefined) ?? by;

/** What is more than nothing is never shown as nothing. */
const shareText = (part: number): string => (part > 0 && part < 0.01 ? `< ${percent(0.01)}` : percent(part));

interface BreakdownProps {
  readonly by: CostsGrouping;
  readonly report: RouteOutput<'getUsage'>;
  readonly onBy: (by: CostsGrouping) => void;
  readonly onChoose: (filter: CostsFilter) => void;
}

export function Breakdown({ by, report, onBy, onChoose }: BreakdownProps) {
  const say = useWords(costsWords);
  const nameOf = useKeyNames();
  const isFree = report.total.costMicroUsd === 0;
  const share = (group: { costMicroUsd: number; calls: number }) =>
    isFree ? group.calls / Math.max(1, report.total.calls) : group.costMicroUsd / report.total.costMicroUsd;
  return (
    <section className="panel" aria-label={say('breakdown')}>
      <header className="panel-head">
        <h2>{say('breakdown')}</h2>
        <Choices
          legend={say('breakdown')}
          name="by"
          value={by}
          options={costsGroupings.map((grouping) => [grouping, say(titleOf[grouping])])}
          onChange={onBy}
        />
      </header>
      <Table
        head={[say(titleOf[by]), say('cost'), say('share'), say('calls'), say('tokensHead'), say('savedHead')]}
        rows={report.groups.map((group) => [
          group.key,
          <button
            key="name"
            type="button"
            className="link costs-name"
            onClick={() => onChoose({ [fieldOf[by]]: group.key })}
          >
            {group.name ?? nameOf(fieldOf[by], group.key)}
          </button>,
          spending(group.costMicroUsd),
          <span key="share" className="costs-share">
            <span className="bar" aria-hidden="true">
              <span className="bar-spent" style={{ inlineSize: `${share(group) * 100}%` }} />
            </span>
            {shareText(share(group))}
          </span>,
          number(group.calls),
          `${number(group.inputTokens)} / ${number(group.outputTokens)}`,
          group.savedMicroUsd > 0 ? spending(group.savedMicroUsd) : '–',
        ])}
      />
    </section>
  );
}
