// Reads what the texts must and must not do, as people write it in tone and objectives. A sentence that denies the ban
// ("ne pas oublier les hashtags", "no limit on emoji") is none.
import type { Constraint } from '../../contracts/brief-reading.ts';
import { type BriefField, quoted } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import { BANNED_LIST, type ConstraintRule, constraintRules, DENIED, ROLE, unsaid } from './constraint-rules.ts';
import { isBan } from './for-the-team.ts';
import { matchesIn } from './matches-in.ts';
import type { Doubt } from './questions.ts';

const LONGEST_BANNED = 3;
const NEXT_WORD = /\s*[,;/]\s*|\s(?:et|ou|and|or|ni|nor)\s/u;
const LAST_SIGNS = /[.!]+$/u;
const THE_WORD = /^(?:les? (?:mots?|termes?)|the words?|l'expression)\s/iu;
const QUOTATION_MARKS = /^[«“"'‘]\s*|\s*[»”"'’]$/gu;
const QUOTED = /[«“"']\s*([^»”"']{1,40}?)\s*[»”"']/gu;
const INSTITUTIONAL = /institutionnel/iu;
const SAYS_VOUS = /vouvo|vous/iu;

function bannedList(clause: string): { readonly words: readonly string[]; readonly others: readonly string[] } {
  const items = (BANNED_LIST.exec(clause)?.[1] ?? '')
    .split(NEXT_WORD)
    .map((item) => item.replace(LAST_SIGNS, '').trim())
    .filter(Boolean);
  const bare = (item: string) => item.replace(THE_WORD, '').replaceAll(QUOTATION_MARKS, '');
  const isWord = (item: string) => bare(item) !== item || item.split(/\s+/u).length <= LONGEST_BANNED;
  return { words: items.filter(isWord).map(bare), others: items.filter((item) => !isWord(item)) };
}

const READ_FIELDS =
  /^(?:brandIdentity\.tone|brandIdentity\.brandValues|campaignGoals\.objectives\.\d+|campaignGoals\.targetAudience|campaignGoals\.duration)$/u;
const MOST_CONSTRAINTS = 30;

export function readConstraints(fields: readonly BriefField[]): { constraints: Constraint[]; doubts: Doubt[] } {
  const found = fields
    .filter(({ path }) => READ_FIELDS.test(path))
    .flatMap((field) =>
      clausesOf(field.text).map((clause) => ({ field, clause, constraints: constraintsIn(clause, field) })),
    );
  const distinct = [
    ...new Map(
      found
        .flatMap(({ constraints }) => constraints)
        .map((entry) => [`${entry.kind} ${entry.value ?? ''}`.toLowerCase(), entry]),
    ).values(),
  ];
  const limited = distinct.filter(
    ({ kind }) =>
      !(kind === 'no-hashtags' && distinct.some((other) => other.kind === 'most-hashtags')) &&
      !(kind === 'no-emoji' && distinct.some((other) => other.kind === 'most-emoji')),
  );
  const replaced = new Set(
    limited.filter(({ kind }) => kind === 'say-instead').map(({ value }) => value?.toLowerCase()),
  );
  const single = limited.filter(({ kind, value }) => !(kind === 'never-say' && replaced.has(value?.toLowerCase())));
  const { constraints, doubts } = withOneVoice(single.slice(0, MOST_CONSTRAINTS));
  const unread = found
    .filter(
      (each) => (each.constraints.length === 0 && isBan(each.clause)) || bannedList(each.clause).others.length > 0,
    )
    .map(
      ({ field, clause }): Doubt => ({
        about: 'constraints',
        from: quoted(field, clause),
        kind: 'ban-without-rule',
        parts: [clause],
      }),
    );
  return { constraints, doubts: [...doubts, ...unread] };
}

/** "Do not name the manager, do not call it a strike": two orders. */
const NEXT_BAN =
  /(?:\s*[,;]\s*|\s)(?:(?:and|et|or|ou|also|aussi)\s)?(?=(?:do(?:n'?t| not)|never|nobody|no one|ne (?:pas|jamais)|jamais|surtout pas)\s\p{L})/iu;

const constraintsIn = (clause: string, field: BriefField): Constraint[] =>
  clause.split(NEXT_BAN).flatMap((order) => orderedBy(order, field, clause));

function orderedBy(order: string, field: BriefField, whole: string): Constraint[] {
  const from = quoted(field, whole);
  return readOrder(order, field).map((constraint) => ({ ...constraint, from }));
}

/** Whether a fact is none, but says how texts must be: "no 'game changer'". */
export const isAboutWords = (fact: string): boolean =>
  constraintsIn(fact, { path: '', text: fact }).some(({ kind }) => ABOUT_WORDS.has(kind));
const ABOUT_WORDS: ReadonlySet<Constraint['kind']> = new Set(['never-say', 'say-instead', 'no-hashtags', 'no-emoji', 'no-exclamation', 'most-hashtags', 'most-emoji', 'no-superlatives', 'no-prices', 'say-tu', 'say-vous', 'plain-words']); // biome-ignore format: a list

function readOrder(clause: string, field: BriefField): Constraint[] {
  const listed = bannedList(clause).words.map(
    (value): Constraint => ({ kind: 'never-say', value: value.slice(0, 120), from: quoted(field, clause) }),
  );
  const known = constraintsBy(constraintRules, clause, field);
  if (listed.length > 0) return [...listed, ...known.filter(({ kind }) => kind !== 'never-say')];
  return known.length > 0 ? known : constraintsBy([unsaid], clause, field);
}

function constraintsBy(by: readonly ConstraintRule[], clause: string, field: BriefField): Constraint[] {
  return by.flatMap(({ kind, pattern, value, replacement }): Constraint[] => {
    const match = pattern.exec(clause);
    if (
      !match ||
      (DENIED.test(clause.slice(Math.max(0, match.index - 30), match.index + match[0].length)) &&
        kind !== 'must-mention')
    )
      return [];
    const from = quoted(field, clause);
    const read = value?.(match);
    if (value && !read) return [];
    if (read === 'weekend')
      return [
        { kind, value: '6', from },
        { kind, value: '0', from },
      ];
    const others = kind === 'never-say' && match[2] ? matchesIn(match[2], QUOTED).map((other) => other[1]) : [];
    const instead = replacement?.(match);
    return [read, ...others].map((word) => ({
      kind,
      ...(word === undefined ? {} : { value: word.replace(ROLE, '').slice(0, 120) }),
      ...(instead ? { replacement: instead.slice(0, 120) } : {}),
      from,
    }));
  });
}

function withOneVoice(constraints: Constraint[]): { constraints: Constraint[]; doubts: Doubt[] } {
  const tu = constraints.find(({ kind }) => kind === 'say-tu');
  const vous = constraints.find(({ kind }) => kind === 'say-vous');
  if (tu && vous)
    return {
      constraints: constraints.filter((entry) => entry !== tu),
      doubts: [{ about: 'constraints', from: tu.from, kind: 'two-voices' }],
    };
  const institutional = vous && INSTITUTIONAL.test(vous.from.quote) && !SAYS_VOUS.test(vous.from.quote);
  return {
    constraints,
    doubts: institutional
      ? [{ about: 'constraints', from: vous.from, kind: 'institutional-tone', parts: [vous.from.quote] }]
      : [],
  };
}
