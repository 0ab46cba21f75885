// Writes search advertisements: short headlines that each stand alone, and descriptions of one or two facts.
import { fitText } from '../../shared/agents/fit-text.ts';
import { type AdGroup, searchAdRules } from '../../shared/contracts/email-and-search.ts';
import { cutText } from '../../shared/domain/cut-text.ts';
import { trackingName } from '../../shared/domain/tracked-link.ts';
import type { Role } from './frames/goal-bank.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';
import type { Writer } from './writer.ts';

type Draft = Omit<AdGroup, 'finalUrl'>;

/** Typography may add a space later: the limits keep it its room. */
const ROOM = 2;
const DESCRIPTIONS: readonly (Role | readonly Role[])[] = [
  ['fact', 'value'],
  ['price', 'date', 'deadline', 'quantity', 'place', 'fact'],
  'action',
  'present',
];

/** One group around the offer; more need the figures of a running campaign. */
export function composeSearchAds(ctaList: readonly string[], voice: Voice, writer: Writer): Draft[] {
  const { slots, brand } = voice;
  const said = [
    slots.barecore,
    brand,
    ...ctaList,
    slots.by,
    slots.price,
    slots.quantity,
    slots.place,
    slots.phone,
    slots.bare,
  ];
  const spoken = [0, 1, 2, 3].flatMap(
    () => writer.say(['headline', 'caption'], { limit: searchAdRules.headline - ROOM }) ?? [],
  );
  const headlines = distinct(
    [...said, ...spoken, ...plain[voice.language]].flatMap((text) =>
      text ? [upperFirst(text.replace(/[.!]+$/u, ''))] : [],
    ),
  ).filter((text) => text.length <= searchAdRules.headline - ROOM && !text.includes('!'));
  const lines = distinct([
    ...DESCRIPTIONS.flatMap((roles) => writer.say(roles, { limit: searchAdRules.description - ROOM }) ?? []),
    ...[slots.core, brand].flatMap((text) => (text ? [`${upperFirst(text)}.`] : [])),
  ]);
  const [first = brand] = headlines;
  return [
    {
      name: cutText(upperFirst(slots.barecore ?? brand), 80),
      keywords: distinct(
        [slots.barecore, slots.bare, `${slots.barecore ?? ''} ${slots.place ?? ''}`.trim(), brand].flatMap((text) =>
          text ? [text.toLowerCase()] : [],
        ),
      ).map((text) => cutText(text, 80)),
      headlines: (headlines.length >= searchAdRules.fewestHeadlines
        ? headlines
        : [first, ...plain[voice.language]]
      ).slice(0, 10),
      descriptions: lines
        .map((text) => fitText(text, searchAdRules.description - ROOM))
        .slice(0, searchAdRules.mostDescriptions),
      paths: distinct([trackingName(slots.barecore ?? brand)]).filter((text) => text.length <= searchAdRules.path),
    },
  ];
}

/** What is true of every advertiser. */
const plain = {
  fr: ['Site officiel', 'Toutes les informations', 'En savoir plus'],
  en: ['Official site', 'All the details', 'Find out more'],
} as const;

const distinct = (texts: readonly string[]): string[] => [
  ...new Map(texts.map((text) => [text.toLowerCase(), text])).values(),
];
