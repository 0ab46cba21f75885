// Cuts what is offered out of a sentence: "300 paniers de légumes avant Noël" is "paniers de légumes".
import { shortened } from '../brief-fields.ts';
import {
  ARTICLE,
  CLITIC_FIRST,
  DAY_BEFORE_DATE,
  LAST_LINK,
  LEADING,
  LEADING_DATES,
  NO_OFFER,
  STOP,
  TIME_FIRST,
  TITLE,
  TOWN_FIRST,
} from './noun-phrase-words.ts';

export const LONGEST_THING = 90;
/** "Inscriptions sur compost.example" says where, not what. */
const ADDRESS_FIRST = /^(?:https?:|www\.|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{Ll}{2,}(?![\p{L}.]))/u;
const JOINT = '\u2060';

/** The noun phrase at the start of a text, without counts and linking words; undefined where none is left. */
export function thingIn(text: string): string | undefined {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    const bare = rest.replace(ARTICLE, '');
    if (bare !== rest && !LEADING.test(bare)) break;
    const undated = rest.replace(LEADING_DATES, '');
    // "3000 visiteurs du 15 au 17 mai à Châteauroux": a town is where, not what.
    if (undated !== rest && TOWN_FIRST.test(undated)) return undefined;
    rest = undated.replace(LEADING, '');
  }
  if (TIME_FIRST.test(rest) || CLITIC_FIRST.test(rest) || ADDRESS_FIRST.test(rest)) return undefined;
  // A title is one word to the search for a stop.
  const joined = rest.replace(
    TITLE,
    (_whole, noun: string, title: string) => `${noun} ${title.replaceAll(' ', JOINT)}`,
  );
  const stop = joined.replace(DAY_BEFORE_DATE, (day) => '.'.repeat(day.length)).search(STOP);
  const thing = (stop < 0 ? joined : joined.slice(0, stop)).replaceAll(JOINT, ' ').trim().replace(LAST_LINK, '');
  if (!/\p{L}{3}/u.test(thing) || NO_OFFER.test(thing)) return undefined;
  return shortened(thing, LONGEST_THING);
}

/** The text up to where circumstances begin; undefined where no word is left. */
export function cutAtStop(text: string): string | undefined {
  const stop = text.slice(3).search(STOP);
  const kept = stop < 0 ? text : text.slice(0, stop + 3);
  return /\p{L}{3}/u.test(kept) ? kept : undefined;
}
