// The voice that says a notice: the brief's own sentences in the places of an offer, a price and reasons to choose.
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { catalogues } from './catalogue.ts';
import type { Slots } from './fill-frame.ts';
import { joinWords } from './grammar/join-words.ts';
import { type Notice, noticeOf } from './notice.ts';
import { asClause, lowerFirst, upperFirst, wholeClause } from './plain-text.ts';
import type { Voice } from './voice-of-brief.ts';

/** What fits on a picture and in a subject. */
const LONGEST_SHORT = 62;
const LONGEST_TOPIC = 45;
/** Slots that do not change: who speaks, to whom, about which campaign. */
const KEPT = ['brand', 'label', 'chez', 'campaign', 'people', 'folk', 'site', 'where'] as const;

/** The same voice, unless the brief asks to tell people something: then all that it says is that. */
export function withNotice(
  voice: Voice,
  brief: BriefContext,
  clean: (text: string | undefined) => string | undefined,
  everything: string,
): Voice {
  const { language } = voice;
  const notice = noticeOf(brief, language, clean);
  if (!notice) return voice;
  const isNew = (fact: string) =>
    ![notice.news, ...notice.todo, ...notice.more].some((text) => text.toLowerCase().includes(fact.toLowerCase()));
  const fromValues = voice.facts.filter((fact) => isFromValues(fact, brief) && isNew(fact));
  const facts = [...notice.more.map((text) => asClause(text, everything)), ...fromValues];
  const kept = Object.fromEntries(KEPT.map((name) => [name, voice.slots[name]]));
  return {
    ...voice,
    goal: 'notice',
    facts,
    ...{ proofs: [], values: [], runs: [] },
    slots: { ...kept, ...noticeSlots(notice, facts, voice, everything) },
  };
}

const isFromValues = (fact: string, { brandIdentity }: BriefContext): boolean =>
  (brandIdentity.brandValues ?? '')
    .replaceAll('’', "'")
    .toLowerCase()
    .includes(fact.replaceAll('’', "'").toLowerCase());

function noticeSlots({ news, todo, ask }: Notice, facts: readonly string[], voice: Voice, everything: string): Slots {
  const { language, slots } = voice;
  const { fallback } = catalogues[language].labels;
  const people =
    slots.people ?? (language === 'en' && !/[,;:.(]/u.test(voice.audience) ? lowerFirst(voice.audience) : undefined);
  const newsshort = shortForm(news) ?? slots.campaign;
  const steps = todo.map((text, index) => (index === 0 ? lowerFirst(text) : text)).join('. ');
  const topic = slots.campaign && slots.campaign.length <= LONGEST_TOPIC ? slots.campaign : voice.name;
  const clause = asClause(newsshort ?? '', everything);
  const ways = [ask, ask && slots.site && ask.includes(slots.site) ? undefined : slots.site].filter(Boolean);
  const asked = ways.join(language === 'fr' ? ' ou ' : ' or ') || undefined;
  return {
    news: asClause(news, everything),
    newsshort,
    newsclause: clause && !clause.includes(':') ? clause : undefined,
    todo: steps || undefined,
    todoshort: todo[0] && shortForm(todo[0]),
    way: asked,
    contact: asked,
    topeople: toPeople(people, language),
    people,
    list: facts.length > 1 ? facts.slice(0, 5).map((fact) => `• ${upperFirst(fact)}`).join('\n') : undefined,
    ...Object.fromEntries(['offer', 'def', 'again', 'thecore', 'yours', 'yourcore'].map((name) => [name, fallback.notice])),
    ...{ bare: topic, barecore: topic, core: topic },
  }; // biome-ignore format: a table
}

const toPeople = (people: string | undefined, language: Language): string | undefined =>
  people && (language === 'fr' ? joinWords('à ', people, 'fr') : people);

/** Its first clauses; undefined where the first one is too long already, or only names what follows a colon. */
function shortForm(text: string): string | undefined {
  const short = wholeClause(text, LONGEST_SHORT);
  return short && !/^\s*:/u.test(text.slice(short.length)) ? short : undefined;
}
