// Before the launch: what was understood of the brief, what it will cost, and where it will wait for a person.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import type { BriefInput } from '../../../shared/contracts/brief.ts';
import type { BriefReading, ReadFrom } from '../../../shared/contracts/brief-reading.ts';
import type { CampaignEstimate } from '../../../shared/contracts/estimate.ts';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { amount, day, duration, list, number, spending } from '../../i18n/formats.ts';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import type { BriefField } from './brief-form.ts';
import { briefWords } from './messages.ts';
import { titleOf } from './step-fields.tsx';

interface BriefReviewProps {
  readonly brief: BriefInput;
  /** Goes to the field that answers a question. */
  readonly onAnswer: (asked: { readonly field: BriefField; readonly question: string }) => void;
  /** What is chosen once it is known what was understood. */
  readonly children: ReactNode;
}

export function BriefReview({ brief, onAnswer, children }: BriefReviewProps) {
  const say = useWords(briefWords);
  const asked = useDeferredValue(JSON.stringify(brief));
  const estimate = useQuery({
    queryKey: ['estimate', asked],
    queryFn: () => api.call('estimateCampaign', { body: JSON.parse(asked) }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (estimate.error)
    return (
      <>
        <ProblemNotice error={estimate.error} retry={() => void estimate.refetch()} />
        {children}
      </>
    );
  if (!estimate.data)
    return (
      <>
        <div className="panel">
          <p className="panel-body soft">{say('estimating')}</p>
          <Skeleton lines={5} />
        </div>
        {children}
      </>
    );
  return (
    <>
      <Reading reading={estimate.data.reading} onAnswer={onAnswer} />
      {children}
      <Estimate estimate={estimate.data} />
    </>
  );
}

function Estimate({ estimate }: { readonly estimate: CampaignEstimate }) {
  const say = useWords(briefWords);
  const language = useLanguage();
  const { costMicroUsd, byPhase, stops, criticalPath, fitsBudget } = estimate;
  const range = ({ minimum, maximum }: typeof costMicroUsd) => {
    if (maximum === 0) return say('free');
    return minimum === maximum ? spending(maximum) : say('range', { low: spending(minimum), high: spending(maximum) });
  };
  const models = [
    ...new Set(byPhase.flatMap(({ model, provider }) => (model && provider ? [`${model} (${provider})`] : []))),
  ];
  const stopping = byPhase.filter((phase) => stops.includes(phase.phaseId));
  return (
    <section className="panel" aria-labelledby="estimate-title">
      <div className="panel-body brief-section">
        <h3 id="estimate-title">{say('estimateTitle')}</h3>
        <dl className="brief-figures">
          <div>
            <dt>{say('estimateCost')}</dt>
            <dd>{range(costMicroUsd)}</dd>
          </div>
          <div>
            <dt>{say('estimateTime')}</dt>
            <dd>{duration(criticalPath.minimumSeconds * 1000)}</dd>
          </div>
          <div>
            <dt>{say('estimateStops')}</dt>
            <dd>{say('ofAll', { count: stopping.length, all: byPhase.length })}</dd>
          </div>
        </dl>
        <p className="brief-stops">
          {stopping.length === 0 ? (
            say('noStops')
          ) : (
            <>
              <Star className="status-icon" data-tone="star" aria-hidden="true" />
              {list(stopping.map(({ name }) => name[language]))}
            </>
          )}
        </p>
        {models.length > 0 && costMicroUsd.maximum > 0 && (
          <p className="small soft">{say('worksWith', { models: list(models) })}</p>
        )}
        {costMicroUsd.maximum === 0 && <p className="small soft">{say('freeHint')}</p>}
        {costMicroUsd.maximum > 0 && fitsBudget && <p className="small soft">{say('fits')}</p>}
        {!fitsBudget && <Notice tone="retry">{say('tight')}</Notice>}
        <details>
          <summary>{say('showPhases')}</summary>
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{say('phase')}</th>
                <th scope="col">{say('model')}</th>
                <th scope="col">{say('seconds')}</th>
                <th scope="col">{say('cost')}</th>
              </tr>
            </thead>
            <tbody>
              {byPhase.map((phase) => (
                <tr key={phase.phaseId}>
                  <th scope="row">
                    {phase.name[language]}
                    {phase.stops && <span className="brief-stop">{say('stopHere')}</span>}
                  </th>
                  <td>{phase.model ?? '–'}</td>
                  <td>{duration(phase.typicalSeconds * 1000)}</td>
                  <td>{range(phase.costMicroUsd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  );
}

const fieldOfQuestion: Readonly<Record<BriefReading['notUnderstood'][number]['about'], BriefField>> = {
  offer: 'objectives',
  goal: 'objectives',
  audience: 'targetAudience',
  period: 'duration',
  destination: 'website',
  constraints: 'brandValues',
  budget: 'budgetAmount',
  language: 'language',
};

interface ReadingProps extends Pick<BriefReviewProps, 'onAnswer'> {
  readonly reading: BriefReading;
}

function Reading({ reading, onAnswer }: ReadingProps) {
  const say = useWords(briefWords);
  const { offer, goal, audience, period, destination, constraints, proofs, notUnderstood } = reading;
  const price =
    offer.price &&
    `${amount(offer.price.amount, offer.price.currency)}${offer.price.per ? ` / ${offer.price.per}` : ''}`;
  const kind = say(`kind_${goal.kind}`);
  const dates = { from: day(period.startsOn), to: day(period.endsOn) };
  const span = period.deadline
    ? say('untilDeadline', { ...dates, deadline: day(period.deadline) })
    : say('fromTo', dates);
  return (
    <section className="panel" aria-labelledby="reading-title">
      <div className="panel-body brief-section">
        <div>
          <h3 id="reading-title">{say('readingTitle')}</h3>
          <p className="small soft">{say('readingText')}</p>
        </div>
        {notUnderstood.length > 0 && (
          <Notice tone="retry" title={say('questions')}>
            <ul className="brief-errors">
              {notUnderstood.map(({ about, question }) => (
                <li key={question}>
                  {question}{' '}
                  <button
                    type="button"
                    className="link"
                    onClick={() => onAnswer({ field: fieldOfQuestion[about], question })}
                  >
                    {say('fix', { field: say(titleOf(fieldOfQuestion[about])) })}
                  </button>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <dl className="brief-reading">
          <Read
            label={say('offer')}
            text={[offer.name, offer.thing, price, offer.quantity, offer.place].filter(Boolean).join(' · ')}
            from={offer.from}
          />
          <Read
            label={say('aim')}
            text={goal.target ? say('target', { kind, count: number(goal.target.count), of: goal.target.of }) : kind}
            from={goal.from}
          />
          <Read label={say('audience')} text={audience.who} from={audience.from} />
          <Read
            label={say('period')}
            text={period.approximate ? say('approximately', { period: span }) : span}
            from={period.from}
          />
          <Read
            label={say('destination')}
            text={[destination.website, destination.telephone, destination.address, destination.email]
              .filter(Boolean)
              .join(' · ')}
            from={destination.from}
          />
          {constraints.map((rule) => (
            <Read
              key={`${rule.kind} ${rule.value}`}
              label={say('rules')}
              text={say(`rule_${rule.kind}`, { value: rule.value ?? '', replacement: rule.replacement ?? '' })}
              from={rule.from}
            />
          ))}
          {proofs.map((proof) => (
            <Read key={proof.fact} label={say('proofs')} text={proof.fact} from={proof.from} />
          ))}
        </dl>
      </div>
    </section>
  );
}

function Read({ label, text, from }: { readonly label: string; readonly text: string; readonly from: ReadFrom }) {
  const say = useWords(briefWords);
  if (!text) return null;
  const source =
    from.field === 'default' ? say('assumed') : from.quote && from.quote !== text && say('from', { quote: from.quote });
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {text}
        {source && <span className="brief-source">{source}</span>}
      </dd>
    </div>
  );
}
