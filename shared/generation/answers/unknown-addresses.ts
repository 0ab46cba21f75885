// What an answer must not bring along: addresses that nobody gave, and markup that would fetch something. A brief or a document may have told the
// model to name them; a reader of the campaign would trust them.
import { isObject } from '../../models/answer-shape.ts';
import { type Fault, pointerTo } from './answer-reading.ts';

const WEB = /\b(?:https?:\/\/|www\.)[^\s<>"'«»()[\]{}]+|\]\(\s*\/\/[^\s)]+/giu;
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
/** As it is dialled within a country, in pairs, or from abroad. Dates and amounts have another form. */
const PHONE =
  /(?<![\d\p{L}])(?:0\d([ .\-\u00A0\u202F]?)\d{2}(?:\1\d{2}){3}|\+\d{1,3}(?:[ .\-()\u00A0\u202F]*\d){7,12})(?!\d)/gu;
const MARKUP =
  /<\/?(?:script|iframe|img|a|object|embed|form|svg|style|link|meta|input|video|audio|base)\b[^>]*>|!\[[^\]]*\]\s*[([]|\bjavascript:|\bdata:text\/html/iu;

/**
 * Places of an answer with an address (web, e-mail, telephone) that `given` does not hold, or with markup that fetches or runs something. A page of a
 * site that was given may be named.
 */
export function foreignPlaces(value: unknown, given: string): Fault[] {
  const isGiven = lookIn(given);
  const faults: Fault[] = [];
  const look = (part: unknown, path: readonly (string | number)[]): void => {
    if (typeof part === 'string') {
      const detail = faultOf(part, isGiven);
      if (detail) faults.push({ pointer: pointerTo(path), detail });
    } else if (Array.isArray(part)) part.forEach((entry, index) => void look(entry, [...path, index]));
    else if (isObject(part)) for (const [name, field] of Object.entries(part)) look(field, [...path, name]);
  };
  look(value, []);
  return faults;
}

type IsGiven = Readonly<Record<'web' | 'mail' | 'phone', (found: string) => boolean>>;

function faultOf(text: string, isGiven: IsGiven): string | undefined {
  if (MARKUP.test(text)) return 'must hold no picture, script or other element: plain text or Markdown without images';
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([found]) => found);
  if (all(WEB).some((found) => !isGiven.web(found))) return 'must name no web address that the brief does not name';
  if (all(MAIL).some((found) => !isGiven.mail(found)))
    return 'must name no e-mail address that the brief does not name';
  if (all(PHONE).some((found) => !isGiven.phone(found)))
    return 'must name no telephone number that the brief does not name';
  return undefined;
}

function lookIn(given: string): IsGiven {
  const words = given.toLowerCase();
  const mails = new Set([...words.matchAll(MAIL)].map(([found]) => found));
  const digits = words.replaceAll(/[^\d\n]/gu, '');
  return {
    web(found) {
      const host = hostOf(found);
      const before = '(?<![\\p{L}\\d-])';
      const whole = `${before}${host.replaceAll(/[^\p{L}\d]/gu, '\\$&')}(?![\\p{L}\\d-]|\\.[\\p{L}\\d])`;
      return host !== '' && new RegExp(whole, 'u').test(words);
    },
    mail: (found) => mails.has(found.toLowerCase()),
    // With or without the prefix of the country: the last nine digits are the number.
    phone: (found) => digits.includes(found.replaceAll(/\D/gu, '').slice(-9)),
  };
}

/** `www.Maison.example/offre?a=1` is a page of `maison.example`. */
const hostOf = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(?:\]\(\s*)?(?:https?:)?(?:\/\/)?(?:[^/?#@]*@)?(?:www\.)?/u, '')
    .replace(/[/?#:].*$/su, '')
    .replace(/[.,;!]+$/u, '');
