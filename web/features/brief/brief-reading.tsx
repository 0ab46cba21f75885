// What was understood of a brief, with the words it was read from, and what must be asked.
import type { BriefReading, ReadFrom } from '../../../shared/contracts/brief-reading.ts';
import { Notice } from '../../design/notice.tsx';
import { amount, day, number } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import type { BriefField } from './brief-form-state.ts';
import { briefWords } from './messages.ts';
import { titleOf } from './step-fields.tsx';

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

export interface ReadingProps {
  readonly reading: BriefReading;
  /** Goes to the field that answers a question. */
  readonly onAnswer: (asked: { readonly field: BriefField; readonly question: string }) => void;
}

export function Reading({ reading, onAnswer }: ReadingProps) {
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
