// A reading at a glance, a line for each part that it has: for tests that compare whole readings.
import type { BriefReading, ReadFrom } from '../../../contracts/brief-reading.ts';

const line = (title: string, ...parts: (string | number | undefined)[]): string[] => {
  const told = parts.filter((part) => part !== undefined && part !== '');
  return told.length > 0 ? [`${title}: ${told.join(' · ')}`] : [];
};
const span = (start: string, end: string) => (start === end ? start : `${start} to ${end}`);
const quoted = ({ field, quote }: ReadFrom) => `${field} "${quote}"`;
const facts = (list: BriefReading['proofs']) => list.map(({ fact }) => fact);

export function summaryOf(reading: BriefReading): string[] {
  const { goal, offer, audience, period, destination } = reading;
  const { price } = offer;
  const { website, telephone, address, email, hours } = destination;
  return [
    ...line('goal', goal.kind, ...goal.also.map((kind) => `also ${kind}`), goal.target && `${goal.target.count} ${goal.target.of}`),
    ...line('offer', offer.thing, offer.name && `called ${offer.name}`, price && `${price.amount} ${price.currency}${price.per ? ` per ${price.per}` : ''} "${price.words}"`, offer.quantity, offer.place, offer.date),
    ...line('for', audience.who, audience.country),
    ...line('when', span(period.startsOn, period.endsOn), period.deadline && `until ${period.deadline}`, period.timeZone, period.approximate ? 'about' : ''),
    ...reading.moments.flatMap(({ kind, label, startsOn, endsOn }) => line(kind, label, span(startsOn, endsOn))),
    ...line('to', website, telephone, address, email, hours),
    ...line('rules', ...reading.constraints.map(({ kind, value, replacement }) => [kind, value, replacement].filter(Boolean).join(' '))),
    ...line('proofs', ...facts(reading.proofs)),
    ...line('details', ...facts(reading.details)),
    ...line('read from', ...new Set([goal, offer, period, destination].map(({ from }) => quoted(from)))),
    ...reading.notUnderstood.flatMap(({ about, question }) => line(`asks about ${about}`, question)),
  ]; // biome-ignore format: a line for each part
}
