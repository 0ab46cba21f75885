// Holds one campaign against its brief by code: offer and goal where they must be, constraints, dates, language, lengths.
import { detect } from 'tinyld';
import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import { publishedText } from '../../shared/contracts/agent-outputs.ts';
import { postLength, postRules } from '../../shared/contracts/post-rules.ts';
import { evened } from '../../shared/domain/brief-reading/brief-fields.ts';
import { findDates } from '../../shared/domain/brief-reading/dates/find-dates.ts';
import { weekdayOf } from '../../shared/domain/calendar/calendar-days.ts';
import { folded, type PublicText, publicTexts } from './campaign-texts.ts';
import { emptyPhrases } from './empty-phrases.ts';
import type { EvalCase } from './eval-brief.ts';
import { goalVerbs } from './goal-verbs.ts';

export const findingKinds = [
  'reading',
  'offer',
  'goal',
  'constraint',
  'date',
  'language',
  'length',
  'fault',
  'empty',
] as const;
export interface Finding {
  readonly kind: (typeof findingKinds)[number];
  readonly what: string;
}

export function scoreCampaign(evalCase: EvalCase, values: OutputValues): Finding[] {
  const texts = publicTexts(values);
  return [
    ...readingFindings(evalCase, values),
    ...offerFindings(evalCase, values),
    ...goalFindings(evalCase, values),
    ...constraintFindings(evalCase, texts),
    ...dateFindings(evalCase, values, texts),
    ...languageFindings(evalCase, values),
    ...lengthFindings(values),
    ...faultFindings(evalCase, texts),
    ...emptyFindings(evalCase, texts),
  ];
}

const finding = (kind: Finding['kind'], what: string): Finding => ({ kind, what });
const excerpt = (text: string, at: number): string => text.slice(Math.max(0, at - 30), at + 40).replaceAll('\n', ' ');

function readingFindings({ expected }: EvalCase, { briefContext }: OutputValues): Finding[] {
  if (!briefContext) return [finding('reading', 'there is none')];
  const { goal, offer, period, constraints, notUnderstood, destination } = briefContext.reading;
  const named = folded(`${offer.thing} ${offer.name ?? ''}`);
  const wrong = [
    goal.kind !== expected.goal && `goal ${goal.kind}, not ${expected.goal}`,
    !expected.offer.some((word) => named.includes(folded(word))) &&
      `offer "${offer.thing}", not "${expected.offer[0]}"`,
    period.startsOn !== expected.startsOn && `start ${period.startsOn}, not ${expected.startsOn}`,
    period.endsOn !== expected.endsOn && `end ${period.endsOn}, not ${expected.endsOn}`,
    period.deadline !== expected.deadline && `deadline ${period.deadline}, not ${expected.deadline}`,
    expected.telephone !== undefined &&
      destination.telephone !== expected.telephone &&
      `telephone ${destination.telephone}`,
    ...expected.rules.map(
      (kind) => !constraints.some((constraint) => constraint.kind === kind) && `no constraint ${kind}`,
    ),
    ...expected.never.map((word) => !constraints.some(({ value }) => value === word) && `no ban of "${word}"`),
    ...expected.asks.map(
      (about) => !notUnderstood.some((question) => question.about === about) && `no question about the ${about}`,
    ),
  ];
  return wrong.filter((what) => what !== false).map((what) => finding('reading', what));
}

const isHalf = (count: number, all: number): boolean => count * 2 >= all;

function offerFindings({ expected }: EvalCase, values: OutputValues): Finding[] {
  const names = (text: string) => expected.offer.some((word) => folded(text).includes(folded(word)));
  const posts = values.scheduledPosts ?? [];
  const naming = posts.filter(({ text }) => names(text)).length;
  return [
    ...((values.headlines ?? []).some(names) ? [] : [finding('offer', 'no headline names it')]),
    ...(isHalf(naming, posts.length) ? [] : [finding('offer', `${naming} of ${posts.length} posts name it`)]),
    ...(names(values.articleMarkdown ?? '') ? [] : [finding('offer', 'the article does not name it')]),
  ];
}

function goalFindings({ expected, language }: EvalCase, values: OutputValues): Finding[] {
  const verb = goalVerbs[expected.goal][language];
  const asks = (text: string) => verb.test(folded(text));
  const posts = values.scheduledPosts ?? [];
  const asking = posts.filter(({ text }) => asks(text)).length;
  const mute = (values.ctaList ?? []).filter((text) => !asks(text));
  return [
    ...(mute.length <= 1 ? [] : [finding('goal', `calls to action that do not ask for it: ${mute.join(' | ')}`)]),
    ...(isHalf(asking, posts.length) ? [] : [finding('goal', `${asking} of ${posts.length} posts ask for it`)]),
    ...(asks(values.articleMarkdown ?? '') ? [] : [finding('goal', 'the article does not ask for it')]),
  ];
}

const EMOJI = /\p{Extended_Pictographic}/gu;
const AMOUNT =
  /\d\s?(?:€|\$|£|CHF|euros?|dollars?)|(?:€|\$|£|CHF)\s?\d|\b(?:tarifs?|prix)\b|\b(?:prices?|pricing|cost)\b/iu;
const SUPERLATIVE =
  /\b(?:le|la|les) (?:meilleure?s?|plus (?:grande?|belle?|beau))\b|\bincomparable|\bexceptionnel|\bthe (?:best|greatest|finest|most)\b|\bunrivall?ed|\bultimate\b|\bn°\s?1\b/iu;
const TU = /(?<![\p{L}'-])(?:tu|toi|tes|ta|t'(?=[aeéiouyh]))(?![\p{L}])/iu;
const VOUS =
  /(?<![\p{L}-])(?:vous|votre|vos)(?![\p{L}])|\p{L}+ez(?![\p{L}])(?<!(?<![\p{L}])(?:chez|assez|nez|rendez|rez|riez))/iu;

function constraintFindings({ expected }: EvalCase, texts: readonly PublicText[]): Finding[] {
  const broken = (rule: string, text: PublicText, at = 0) =>
    finding('constraint', `${rule} at ${text.where}: ${excerpt(text.text, at)}`);
  const where = (rule: string, pattern: RegExp) =>
    texts.flatMap((text) => {
      const at = text.text.search(pattern);
      return at < 0 ? [] : [broken(rule, text, at)];
    });
  const has = (kind: Expected['rules'][number]) => expected.rules.includes(kind);
  type Expected = EvalCase['expected'];
  const count = (limit: number | undefined, rule: string, countOf: (text: PublicText) => number) =>
    limit === undefined ? [] : texts.filter((text) => countOf(text) > limit).map((text) => broken(rule, text));
  return [
    ...(has('no-hashtags') ? where('no-hashtags', /#[\p{L}\d]/u) : []),
    ...(has('no-emoji') ? where('no-emoji', /\p{Extended_Pictographic}/u) : []),
    ...(has('no-exclamation') ? where('no-exclamation', /!(?!\[)/u) : []),
    ...(has('no-prices') ? where('no-prices', AMOUNT) : []),
    ...(has('no-superlatives') ? where('no-superlatives', SUPERLATIVE) : []),
    ...(has('say-vous') ? where('say-vous', TU) : []),
    ...(has('say-tu') ? where('say-tu', VOUS) : []),
    ...expected.never.flatMap((word) =>
      texts.filter(({ text }) => folded(text).includes(folded(word))).map((text) => broken(`never say ${word}`, text)),
    ),
    ...count(expected.mostHashtags, 'most hashtags', ({ hashtags }) => hashtags.length),
    ...count(expected.mostEmoji, 'most emoji', ({ text }) => [...text.matchAll(EMOJI)].length),
  ];
}

function dateFindings({ expected, brief }: EvalCase, values: OutputValues, texts: readonly PublicText[]): Finding[] {
  const reading = values.briefContext?.reading;
  if (!reading || !values.liveCampaign) return [];
  const { timeZone } = reading.period;
  const localDay = (instant: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.parse(instant));
  const last = localDay(new Date(Date.parse(values.liveCampaign.endsAt) - 1).toISOString());
  const { startsOn, endsOn, deadline } = expected;
  const posts = values.scheduledPosts ?? [];
  const badPosts = posts.flatMap(({ id, scheduledAt }) => {
    const day = localDay(scheduledAt);
    if (day < startsOn || day > endsOn || (deadline !== undefined && day > deadline))
      return [`${id} on ${day}, outside of the campaign`];
    return expected.noPostsOn.includes(weekdayOf(day)) ? [`${id} on ${day}, an excluded weekday`] : [];
  });
  const context = { today: reading.readOn, country: reading.audience.country, dayFirst: brief.language === 'fr' };
  const written = [
    brief.name,
    ...brief.briefData.campaignGoals.objectives,
    brief.briefData.campaignGoals.duration,
    brief.briefData.brandIdentity.brandValues ?? '',
  ];
  const plusOne = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const known = new Set([
    ...[startsOn, endsOn, deadline ?? endsOn].flatMap((day) => [day, plusOne(day)]),
    ...reading.moments.flatMap((moment) => [moment.startsOn, moment.endsOn]),
    ...written.flatMap((text) =>
      findDates(evened(text), context).findings.flatMap((found) => [found.startsOn, found.endsOn]),
    ),
  ]);
  const mentions = texts.flatMap(({ text, where }) =>
    findDates(evened(text), context).findings.flatMap((found) => {
      if (found.label || found.approximate || found.isLabel) return [];
      const wrongDay = found.doubts.some(({ kind }) => kind === 'wrong-weekday');
      const unknown = [found.startsOn, found.endsOn].find((day) => !known.has(day) && !known.has(plusOne(day)));
      return wrongDay || unknown ? [`${where} says "${found.text}"${wrongDay ? ', another weekday' : ''}`] : [];
    }),
  );
  return [
    localDay(values.liveCampaign.startsAt) !== startsOn &&
      `starts ${localDay(values.liveCampaign.startsAt)}, not ${startsOn}`,
    last !== endsOn && `ends ${last}, not ${endsOn}`,
    ...badPosts,
    ...mentions,
  ]
    .filter((what) => what !== false)
    .map((what) => finding('date', what));
}

function languageFindings({ language }: EvalCase, { articleMarkdown, scheduledPosts }: OutputValues): Finding[] {
  const parts = { article: articleMarkdown ?? '', posts: (scheduledPosts ?? []).map(({ text }) => text).join('\n') };
  return Object.entries(parts).flatMap(([where, text]) => {
    const found = detect(text, { only: ['fr', 'en'] });
    return text === '' || found === language ? [] : [finding('language', `the ${where} reads as ${found}`)];
  });
}

const LONGEST_HEADLINE = 90;

function lengthFindings({ headlines, scheduledPosts }: OutputValues): Finding[] {
  return [
    ...(headlines ?? [])
      .filter((text) => text.length > LONGEST_HEADLINE)
      .map((text) => finding('length', `headline of ${text.length}: ${text}`)),
    ...(scheduledPosts ?? [])
      .filter((post) => postLength(post.channel, publishedText(post)) > postRules[post.channel].most)
      .map(({ id }) => finding('length', `${id} is longer than its network takes`)),
  ];
}

const FAULTS: readonly (readonly [string, RegExp])[] = [
  ['a hole in the text', /undefined|null\b|\[object|\{\w*\}|\bNaN\b/u],
  ['quotes inside quotes', /«[^»]*«|“[^”]*“/u],
  ['two signs in a row', /[,;:]\s?[,;.!?]|\.\.(?!\.)|\(\s*\)|\s,/u],
  ['a cut text', /…(?=\s*$)/mu],
  ['a word twice', /(?<![\p{L}'])(\p{L}{2,}) \1(?![\p{L}'])/iu],
];
const FRENCH_FAULTS: readonly (readonly [string, RegExp])[] = [
  [
    'no elision',
    /(?<![\p{L}'-])(?:de|que|le|la|ne|je|me|te|se|jusque|lorsque) (?=[aàâeéèêiîoôuùû])(?!(?:onz|oui|un |une |ouistiti|yaourt))/iu,
  ],
  ['no contraction', /(?<![\p{L}'])(?:de les|à les|à le|de le)(?= (?!\p{L}+(?:er|ir|re)(?!\p{L}))\p{Ll})/iu],
];

function faultFindings({ language }: EvalCase, texts: readonly PublicText[]): Finding[] {
  const rules = language === 'fr' ? [...FAULTS, ...FRENCH_FAULTS] : FAULTS;
  return texts.flatMap(({ where, text }) => {
    const even = evened(text);
    return rules.flatMap(([name, pattern]) => {
      const at = even.search(pattern);
      return at < 0 ? [] : [finding('fault', `${name} at ${where}: ${excerpt(text, at)}`)];
    });
  });
}

const emptyFindings = ({ language, brief }: EvalCase, texts: readonly PublicText[]): Finding[] => {
  const own = folded(JSON.stringify(brief));
  return texts.flatMap(({ where, text }) =>
    emptyPhrases[language]
      .map(folded)
      .filter((phrase) => !own.includes(phrase) && folded(text).includes(phrase))
      .map((phrase) => finding('empty', `"${phrase}" at ${where}`)),
  );
};
