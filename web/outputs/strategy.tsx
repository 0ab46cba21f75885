import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { channelLabels } from '../../shared/contracts/channels.ts';
import { amount, percent } from '../words/formats.ts';
import { useWords } from '../words/words.ts';
import { Section, Table } from './parts.tsx';
import { outputWords } from './words.ts';

interface StrategyProps {
  readonly output: AgentOutput<'CMO'>;
  readonly budget: { readonly amount: number; readonly currency: string } | undefined;
}

export function Strategy({ output: { strategyReport }, budget }: StrategyProps) {
  const say = useWords(outputWords);
  const { summary, keyMessages, pillars, channelMix, kpis, risks, actions } = strategyReport;
  const widest = Math.max(...channelMix.map(({ budgetPercent }) => budgetPercent), 1);
  return (
    <>
      <Section title={say('summary')}>
        <p className="prose">{summary}</p>
      </Section>
      <Section title={say('keyMessages')}>
        <ol className="key-messages">
          {keyMessages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ol>
      </Section>
      <Section title={say('channelMix')}>
        <ul className="mix">
          {channelMix.map(({ channel, role, budgetPercent }, place) => (
            <li key={channel}>
              <span className="mix-name">{channelLabels[channel]}</span>
              <span className="mix-track" aria-hidden="true">
                <span
                  style={{
                    inlineSize: `${(budgetPercent / widest) * 100}%`,
                    background: `var(--chart-${(place % 6) + 1})`,
                  }}
                />
              </span>
              <span className="mix-share number">
                {percent(budgetPercent / 100)}
                {budget && budget.amount > 0 && (
                  <span className="soft">
                    {' '}
                    · {amount(Math.round((budget.amount * budgetPercent) / 100), budget.currency)}
                  </span>
                )}
              </span>
              <span className="mix-role">{role}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('pillars')}>
        <ul className="cards">
          {pillars.map(({ title, description }) => (
            <li key={title} className="card">
              <h4>{title}</h4>
              <p>{description}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('kpis')}>
        <Table
          head={[say('indicator'), say('target'), say('measurement')]}
          rows={kpis.map(({ name, target, measurement }) => [name, name, target, measurement])}
        />
      </Section>
      <Section title={say('risks')}>
        <Table
          head={[say('risks'), say('mitigation')]}
          rows={risks.map(({ risk, mitigation }) => [risk, risk, mitigation])}
        />
      </Section>
      <Section title={say('actions')}>
        <ol className="action-list">
          {actions.map(({ action, owner, week }) => (
            <li key={`${week} ${action}`}>
              <span className="action-week number">{say('week', { week })}</span>
              <span>{action}</span>
              <span className="soft">{owner}</span>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
