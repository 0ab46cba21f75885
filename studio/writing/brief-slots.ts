// The facts of a brief as words that fit into sentences, by the names that frames use. What the brief does not say is
// missing here, and no sentence that needs it can be made.

import type { BriefReading, GoalKind } from '../../shared/contracts/brief-reading.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { numberIn } from '../../shared/domain/brief-reading/read-amounts.ts';
import { addDays } from '../../shared/domain/calendar/calendar-days.ts';
import { addressed, type Slots } from './fill-frame.ts';
import { sayCount, sayDay, sayFromTo, sayMoney, sayTwoDays, type Variety } from './grammar/amounts-and-days.ts';
import { joinWords } from './grammar/join-words.ts';
import type { OfferPhrases } from './grammar/offer-phrases.ts';

interface Said {
  readonly language: Language;
  readonly variety: Variety;
  readonly familiar: boolean;
  readonly withoutPrices: boolean;
  readonly brand: string;
  readonly label: string;
  readonly campaignName: string;
  readonly people: string | undefined;
  readonly values: string | undefined;
  readonly offer: OfferPhrases;
  /** What the brief says to the public in its objectives and facts. */
  readonly words: readonly string[];
  /** Cleaned text, undefined where it is empty or in the other language. */
  clean(text: string | undefined): string | undefined;
}

export function briefSlots(reading: BriefReading, said: Said): Slots {
  const { offer, language, variety } = said;
  const site = shownAddress(reading.destination.website);
  const phone = said.clean(reading.destination.telephone);
  const address = said.clean(reading.destination.address);
  const email = said.clean(reading.destination.email);
  const venue = PLACED.has(reading.goal.kind) ? said.clean(reading.offer.place) : undefined;
  const isOnline = venue !== undefined && /ligne|visio|distance|online|zoom|virtual/iu.test(venue);
  const place = isOnline ? undefined : venue?.replace(/^(?:à|au|aux|en|in|at)\s/iu, '');
  const contacts = contactsFor(reading.goal.kind, { site, phone, address, email });
  const [contact] = contacts;
  const day = (date: string | undefined) => (date ? sayDay(date, variety) : undefined);
  const event = eventDay(reading);
  const isOneDay =
    event !== undefined &&
    event === reading.period.deadline &&
    !reading.moments.some(({ kind, startsOn, endsOn }) => kind === 'event' && endsOn > startsOn);
  // What lasts a day has no last day.
  const deadline = isOneDay ? undefined : day(reading.period.deadline);
  const { target } = reading.goal;
  const spoken = Object.entries({
    brand: said.brand, label: said.label, campaign: said.campaignName, people: said.people, values: said.values,
    offer: offer.thing.whole, def: offer.short.definite, again: offer.short.again, bare: offer.thing.bare, yours: offer.short.yours,
    core: offer.short.whole, thecore: offer.short.definite, barecore: offer.short.bare, yourcore: offer.short.yours,
    ask: offer.ask.whole, theask: offer.ask.definite, shortask: offer.shortAsk.whole, theshortask: offer.shortAsk.definite, yourask: offer.shortAsk.yours, askagain: offer.ask.again,
    cause: `${offer.short.definite.startsWith('the ') ? 'to' : 'for'} ${offer.short.definite}`,
    price: said.withoutPrices ? undefined : price(reading, said),
    quantity: said.clean(reading.offer.quantity)?.replace(/^(?:les|seulement|only|the)\s/iu, ''),
    place, inplace: isOnline ? venue : !place ? address && isEvent(reading) ? placed(address, language) : undefined : (reading.offer.place && /^(?:au|aux|en)\s/iu.test(reading.offer.place) ? reading.offer.place : placed(place, language)),
    date: eventDays(reading, variety, isOneDay || reading.goal.kind === 'sign-up' ? hourOf(reading, said.words, language) : undefined), deadline, by: deadline && (language === 'fr' ? joinWords('jusqu’à ', deadline, language) : `by ${deadline}`), until: deadline && joinWords(language === 'fr' ? 'jusqu’à ' : 'until ', deadline, language),
    eve: isOneDay ? day(event) : undefined,
    site, phone, address, email, onsite: address ? reached(['address', address], language) : place && placed(place, language), hours: said.clean(reading.destination.hours),
    contact: contact?.[1], where: contact && reached(contact, language, isTexted(phone, said.words)),
    target: target && `${sayCount(target.count, variety)} ${said.clean(target.of) ?? ''}`.trim(),
    starts: day(reading.period.startsOn), ends: day(reading.period.endsOn),
  }); // biome-ignore format: a table
  return Object.fromEntries(spoken.map(([name, value]) => [name, value && addressed(value, said.familiar)]));
}

const isEvent = ({ goal, offer }: BriefReading): boolean =>
  (goal.kind === 'sign-up' || goal.kind === 'visit') && offer.date !== undefined;

/** The hour that follows the day of the event in the brief; else the only one that it names. */
function hourOf({ offer, moments }: BriefReading, words: readonly string[], language: Language): string | undefined {
  const label = moments.find(({ kind, startsOn }) => kind === 'event' && startsOn === offer.date)?.label;
  const after = words.flatMap((text) => {
    const at = label ? text.indexOf(label) : -1;
    return at < 0 || !label ? [] : [text.slice(at + label.length).split(NEXT_HOUR, 1)[0] ?? ''];
  });
  const next = after.map((text) => hourIn([text.slice(0, HOUR_FOLLOWS)], language)).find(Boolean);
  return next ?? hourIn(words, language);
}
/** So near must the hour begin. */
const HOUR_FOLLOWS = 24;
/** "2pm GMT / 9am ET", "19 h–23 h : conférence à 20 h 30": what follows is told of something else. */
const NEXT_HOUR = /\s\/\s|\s?[:;(]\s?(?=\D)|,\s(?=\p{L})/u;

/** The day of the event, or of the opening that people are invited to. */
export const eventDay = ({ offer, goal, moments }: BriefReading): string | undefined =>
  offer.date ?? (goal.kind === 'visit' ? moments.find(({ kind }) => kind === 'opening')?.startsOn : undefined);

/** "le samedi 5 décembre"; two days in a row are both named, of more the first and the last. */
function eventDays(reading: BriefReading, variety: Variety, hour: string | undefined): string | undefined {
  const first = eventDay(reading);
  if (!first) return undefined;
  const at = hour ? ` ${hour}` : '';
  const last = reading.moments.find(({ kind, startsOn }) => kind === 'event' && startsOn === first)?.endsOn;
  if (!last || last === first) return `${sayDay(first, variety)}${at}`;
  return last === addDays(first, 1) ? sayTwoDays(first, last, variety) : sayFromTo(first, last, variety);
}

const CLOCK = {
  fr: /(?<![\p{L}\d])(?:(?:de|dès|à|à partir de)\s)?(?:[01]?\d|2[0-3])\s?h(?:\s?[0-5]\d)?(?:\s?(?:[àa]|-|–)\s?(?:[01]?\d|2[0-3])\s?h(?:\s?[0-5]\d)?)?(?![\p{L}\d/])/giu,
  en: /(?<![\p{L}\d])(?:(?:at|from)\s)?(?:\d{1,2}(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)?\s?(?:to|-|–)\s?)?(?:\d{1,2}(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|(?:[01]?\d|2[0-3]):[0-5]\d)(?![\p{L}\d])/giu,
} as const;
/** Hours that are no hour of the day: "48 h", "24h/24", "within 2 h". */
const NO_HOUR = /(?:sous|en|pendant|durée|within|every)\s+\S*$/iu;

/** "10h a 17h30" as "10 h à 17 h 30". */
const frenchTime = (time: string): string =>
  time
    .replace(/\sa\s(?=\d)|\s?[-–]\s?/u, ' à ')
    .replaceAll(
      /(\d)\s?h(?:\s?(\d\d))?/giu,
      (_all, hour: string, minutes?: string) => `${hour}\u00a0h${minutes ? `\u00a0${minutes}` : ''}`,
    );

/** The hour of an event, where the brief names one only: with two nobody knows which is the event's. */
export function hourIn(words: readonly string[], language: Language): string | undefined {
  const found = words.flatMap((text) =>
    [...text.matchAll(CLOCK[language])]
      .filter(({ index }) => !NO_HOUR.test(text.slice(0, index)))
      .map(([hour]) => hour),
  );
  const bare = (hour: string) => hour.toLowerCase().replaceAll(/^(?:de|dès|à partir de|à|at|from)\s|\s/gu, '');
  const [first] = found;
  if (!first || new Set(found.map(bare)).size > 1) return undefined;
  const isRange = /\d.*(?:à|\sa\s|-|–|\sto\s).*\d/u.test(first.replace(/^à\s/u, ''));
  const time = first.replace(/^(?:de|dès|à partir de|à|at|from)\s/iu, '');
  const lead = language === 'fr' ? (isRange ? 'de' : 'à') : isRange ? 'from' : 'at';
  return `${lead} ${language === 'fr' ? frenchTime(time) : time.replace(/\s?[-–]\s?/u, ' to ')}`;
}

/** Goals for which people go somewhere: elsewhere a place is where a thing comes from, and tells nobody where to go. */
const PLACED: ReadonlySet<GoalKind> = new Set(['book', 'sign-up', 'apply', 'visit', 'call']);

type Contact = readonly [kind: 'site' | 'phone' | 'address' | 'email', words: string];

/** Ways to act, the one that suits the goal first. */
function contactsFor(
  goal: BriefReading['goal']['kind'],
  words: Partial<Record<Contact[0], string | undefined>>,
): readonly Contact[] {
  const orders: Partial<Record<typeof goal, readonly Contact[0][]>> = {
    call: ['phone', 'site', 'email', 'address'],
    visit: ['address', 'site', 'phone', 'email'],
    apply: ['email', 'site', 'phone', 'address'],
  };
  const order = orders[goal] ?? ['site', 'phone', 'email', 'address'];
  return order.flatMap((kind) => (words[kind] ? [[kind, words[kind]] as const] : []));
}

/** "RSVP by text 412-555-0182". */
const isTexted = (phone: string | undefined, words: readonly string[]): boolean =>
  phone !== undefined && words.some((text) => text.includes(phone) && TEXTED.test(text.split(phone)[0] ?? ''));
const TEXTED = /(?<!\p{L})(?:text|sms)(?!\p{L})[^.;]{0,15}$/iu;

/** How one gets there, as the end of a sentence: "sur maison.example", "by writing to hello@maison.example". */
function reached([kind, words]: Contact, language: Language, isText = false): string {
  const ways = {
    site: 'sur',
    phone: 'au',
    email: 'en écrivant à',
    address: /^\d/u.test(words) ? 'au' : 'à cette adresse :',
  };
  if (language === 'en')
    return `${kind === 'email' ? 'by writing to' : kind === 'phone' ? (isText ? 'by text to' : 'by phone on') : 'at'} ${words}`;
  if (kind === 'phone' && isText) return `par SMS au ${words}`;
  return kind === 'address' && /^(?:au|aux|à|en|sur|place|chez)\s/u.test(words) ? words : `${ways[kind]} ${words}`;
}

/** A house one goes to, not a town one is in. */
const HOUSE =
  /(?<!\p{L})(?:hall|centre|center|library|theatre|theater|church|museum|house|barn|arena|club|school|studio|park)$/iu;
/** French says "salle Jean Moulin" without more. */
const ROOM = /^(?:salle|espace|halle|gymnase|foyer|médiathèque|bibliothèque)\s\p{Lu}/u;

function placed(place: string, language: Language): string {
  if (language === 'en')
    return /^(?:in|at|on|online|near)\b/iu.test(place)
      ? place
      : `${/\d/u.test(place) || HOUSE.test(place) ? 'at' : 'in'} ${place}`;
  if (ROOM.test(place)) return place;
  if (/^(?:à|au|aux|en|dans|sur|chez|près|place|sous)\s/iu.test(place)) return place;
  if (
    /^(?:France|Belgique|Suisse|Bretagne|Provence|Normandie|Alsace|Corse|Savoie|Bourgogne|Gironde|Occitanie|Europe|ligne)\b/u.test(
      place,
    )
  )
    return `en ${place}`;
  if (/^(?:Québec|Canada|Luxembourg|Sénégal|Maroc)\b(?!.*ville)/u.test(place) && place !== 'Québec')
    return `au ${place}`;
  return /^\d/u.test(place) ? `au ${place}` : joinWords('à ', place, 'fr');
}

/** "À partir de 12 €", and of "12/18/25 €" the first. No \b: it knows no "à". */
const FROM =
  /(?<!\p{L})(?:d[èe]s|[àa] partir de|from|starting|as low as)(?!\p{L})|\d\s?\/\s?\d|\d\S*\s?(?:-|–|—|\sto|\s[àa]|\sor|\sou)\s[^/]*\d/iu;
const UP_TO = /\d[^-–—]*?(?:\s?[-–—]\s?|\sto\s|\s[àa]\s)[^\d]{0,4}(\d[\d\s.,']*)/u;

function price({ offer, goal }: BriefReading, { language, variety, clean }: Said): string | undefined {
  if (!offer.price) return undefined;
  const { amount, currency, per, words } = offer.price;
  const money = sayMoney(amount, currency, variety);
  const unit = clean(per)?.replace(/^(?:par|per|an?|the|\/|le|la|les|l[’'])\s*/iu, '');
  const each = /^(?:month|year|week|day|night)$/u.test(unit ?? '') ? 'a' : unit === 'hour' ? 'an' : 'per';
  const rate = unit ? ` ${language === 'fr' ? 'par' : each} ${unit}` : '';
  const kind = words.match(/(?<!\p{L})(?:nets?|bruts?|gross|TTC|HT)(?!\p{L})/iu)?.[0];
  const highest = UP_TO.exec(words)?.[1];
  const top = highest && numberIn(highest.trim());
  // Pay is told from one end to the other.
  if (goal.kind === 'apply' && top && top > amount)
    return `${language === 'fr' ? 'de ' : ''}${money} ${language === 'fr' ? 'à' : 'to'} ${sayMoney(top, currency, variety)}${kind ? ` ${kind}` : ''}${rate}`;
  const exact = `${money}${kind ? ` ${kind}` : ''}${rate}`;
  return FROM.test(words) ? `${language === 'fr' ? 'dès' : 'from'} ${exact}` : exact;
}

/** As people read it aloud: no scheme, no "www", no closing slash, no campaign parameters. */
function shownAddress(website: string | undefined): string | undefined {
  if (!website) return undefined;
  const { hostname, pathname } = new URL(website);
  return `${hostname.replace(/^www\./u, '')}${pathname.length > 1 && pathname.length < 30 ? pathname.replace(/\/$/u, '') : ''}`;
}
