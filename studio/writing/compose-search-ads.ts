// Writes search advertisements: short headlines that each stand alone, and descriptions of one or two facts.

import { type AdGroup, searchAdRules } from '../../shared/contracts/email-and-search.ts';
import { fitText } from '../../shared/domain/text/fit-text.ts';
import { truncateText } from '../../shared/domain/text/truncate-text.ts';
import { trackingName } from '../../shared/domain/text/utm-link.ts';
import { catalogues } from './catalogue.ts';
import { upperFirst } from './plain-text.ts';
import { TERMS } from './text-plans.ts';
import type { Voice } from './voice-of-brief.ts';
import type { Step, Writer } from './writer.ts';

/** Typography may add a space later: the limits keep it its room. */
const LONGEST_HEADLINE = searchAdRules.headline - 2;
const LONGEST_DESCRIPTION = searchAdRules.description - 2;
const DESCRIPTIONS: readonly Step[] = ['pitch', TERMS, 'action', 'present', ['fact', 'value']];
const MOST_HEADLINES = 10;

/** One group around the offer; more need the figures of a running campaign. */
export function composeSearchAds(
  ctaList: readonly string[],
  voice: Voice,
  writer: Writer,
): Omit<AdGroup, 'finalUrl'>[] {
  const { slots, brand } = voice;
  const { advertisements } = catalogues[voice.language].labels;
  const { barecore = brand, bare, by, price, quantity, place, phone } = slots;
  const spoken = [0, 1, 2, 3].map(() => writer.say(['headline', 'caption'], { limit: LONGEST_HEADLINE }));
  const headlines = distinct([
    barecore,
    brand,
    ...ctaList,
    by,
    price,
    quantity,
    place,
    phone,
    bare,
    ...spoken,
    ...advertisements,
  ])
    .map((text) => upperFirst(text.replace(/[.!]+$/u, '')))
    .filter((text) => text.length <= LONGEST_HEADLINE && !text.includes('!'));
  const described = DESCRIPTIONS.map((step) => writer.say(step, { limit: LONGEST_DESCRIPTION }));
  const [first = brand] = headlines;
  const isEnough = headlines.length >= searchAdRules.fewestHeadlines;
  return [
    {
      name: truncateText(upperFirst(barecore), 80),
      keywords: distinct([barecore, bare, `${barecore} ${place ?? ''}`, brand]).map((text) =>
        truncateText(text.toLowerCase(), 80),
      ),
      headlines: (isEnough ? headlines : [first, ...advertisements]).slice(0, MOST_HEADLINES),
      descriptions: distinct([...described, `${upperFirst(slots.core ?? brand)}.`, `${upperFirst(brand)}.`])
        .map((text) => fitText(text, LONGEST_DESCRIPTION))
        .slice(0, searchAdRules.mostDescriptions),
      paths: [trackingName(barecore)].filter((text) => text.length <= searchAdRules.path),
    },
  ];
}

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Map(
    texts.flatMap((text) => (text?.trim() ? [[text.trim().toLowerCase(), text.trim()] as const] : [])),
  ).values(),
];
