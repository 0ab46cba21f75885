// The last day on which people can act: what is said with "before" or "until", or "for" of goods that must be there in time.
import type { BriefReading } from '../../../contracts/brief-reading.ts';
import type { Doubt } from '../questions.ts';
import { type CampaignDate, doubtOf, isInDuration } from './campaign-dates.ts';
import { lastPushFor } from './find-dates.ts';

type Goal = BriefReading['goal'];

/** A day on which the campaign stops, and the words that say so. */
export interface Stop {
  readonly day: string;
  readonly said: CampaignDate;
}

/** The earliest of those to come; a second one, what must be delivered, and what is past are asked about. */
export function readDeadline(
  dates: readonly CampaignDate[],
  goal: Goal,
  today: string,
): { readonly deadline: Stop | undefined; readonly doubts: readonly Doubt[] } {
  const stops = dates
    .filter((date) => isEnd(date, goal) && !isOfAnotherAim(date, goal, dates))
    .map((said): Stop => ({ said, day: said.relation === 'for' ? lastPushFor(said.startsOn) : said.endsOn }));
  const coming = stops.filter(({ day }) => day >= today).toSorted((left, right) => left.day.localeCompare(right.day));
  const [deadline] = coming;
  const second = coming.find(({ day }) => day !== deadline?.day);
  return {
    deadline,
    doubts: [
      ...stops
        .filter(({ said }) => said.relation === 'for')
        .map(({ said, day }) => doubtOf(said, 'delivery-before', [said.text, day])),
      ...stops.filter(({ day }) => day < today).map(({ said, day }) => doubtOf(said, 'in-the-past', [said.text, day])),
      ...(deadline && second ? [doubtOf(second.said, 'two-deadlines', [deadline.day, second.day])] : []),
    ],
  };
}

const isEnd = ({ relation }: CampaignDate, { kind }: Goal): boolean =>
  relation === 'until' || (relation === 'for' && kind === 'buy');

/** What a second objective wants by January ends no campaign that is said to run until March. */
const isOfAnotherAim = ({ field, endsOn }: CampaignDate, { from }: Goal, dates: readonly CampaignDate[]): boolean =>
  field.path.startsWith('campaignGoals.objectives.') &&
  field.path !== from.field &&
  dates.some((date) => isInDuration(date) && date.endsOn > endsOn);
