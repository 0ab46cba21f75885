// Decides what people shall do: every field is searched for words of every goal; objectives count most, and an action
// that can be counted beats being known.
import type { BriefReading, GoalKind } from '../../contracts/brief-reading.ts';
import { type BriefField, byDefault, quoted } from './brief-fields.ts';
import { clausesOf } from './clauses.ts';
import { isOrder } from './for-the-team.ts';
import { goalWords } from './goal-words.ts';
import { matchesIn } from './matches-in.ts';
import { isOpenQuestion } from './open-questions.ts';
import type { Doubt } from './questions.ts';
import { type Rate, readTarget } from './read-target.ts';

export interface GoalMatch {
  readonly kind: GoalKind;
  readonly score: number;
  readonly field: BriefField;
  readonly clause: string;
  readonly index: number;
  readonly text: string;
  readonly isThing: boolean;
  /** What the words of the goal enclose: "make | Tidewater Power | known". */
  readonly enclosed: string | undefined;
}

const fieldWeight = (path: string): number => {
  if (path === 'campaignGoals.objectives.0') return 3;
  if (path.startsWith('campaignGoals.objectives.')) return 2.5;
  if (path === 'name') return 1.5;
  return 0;
};
/** Awareness goes with nearly every objective; it leads only where no action is named. */
const KNOW_FACTOR = 0.4;
const ALSO_FROM_SCORE = 6;

export interface GoalRead {
  readonly goal: BriefReading['goal'];
  /** In which time the target is wanted; undefined for the whole campaign. */
  readonly rate: Rate | undefined;
  /** Every place that speaks of the chosen goal, best first. */
  readonly matches: readonly GoalMatch[];
  readonly doubts: readonly Doubt[];
}

export function readGoal(fields: readonly BriefField[]): GoalRead {
  const matches = goalMatches(fields);
  const scores = new Map<GoalKind, number>();
  for (const { kind, score } of matches) scores.set(kind, (scores.get(kind) ?? 0) + score);
  const ranked = [...scores].toSorted((left, right) => right[1] - left[1]);
  const objective = fields.find(({ path }) => path.startsWith('campaignGoals.objectives.'));
  const own = matches.filter(({ kind }) => kind === ranked[0]?.[0]).toSorted((left, right) => right.score - left.score);
  const [first] = own;
  if (!first) return unreadable(objective, fields);
  const also = ranked
    .slice(1)
    .filter(([kind, score]) => score >= ALSO_FROM_SCORE || (kind === 'know' && score >= 3))
    .map(([kind]) => kind)
    .slice(0, 3);
  const clauses = [...own.map(({ clause }) => clause), ...objectivesIn(fields)];
  const read = clauses
    .filter((clause) => !isOpenQuestion(clause))
    .map((clause) => readTarget(clause, first.kind))
    .find((target) => target !== undefined);
  return {
    goal: { kind: first.kind, also, ...(read ? { target: read.target } : {}), from: quoted(first.field, first.clause) },
    rate: read?.rate,
    matches: own,
    doubts: [...tooShort(objective), ...noticeIn(fields)],
  };
}

/** No sentence that sells may carry a recall: a person is told. */
const NOTICE =
  /(?<!\p{L})(?:(?:product|safety|food) recalls?|recall(?:s|ed|ing)?(?: of| notice|$)|rappels? (?:de )?(?:produits?|lots?|s[ée]curit[ée])|rappel(?:er|ons)? (?:[\p{L}'-]+ ){1,4}lots? \S*\d\S*|return (?:it|them) for a (?:full )?refund|stop using (?:it|them)|ne plus (?:utiliser|consommer))(?!\p{L})/iu;
const NOTICE_FIELDS = /^(?:name|campaignGoals\.objectives\.\d+)$/u;
const noticeIn = (fields: readonly BriefField[]): Doubt[] =>
  fields
    .filter(({ path, text }) => NOTICE_FIELDS.test(path) && NOTICE.test(text))
    .slice(0, 1)
    .map((field) => ({ about: 'goal', from: quoted(field, field.text), kind: 'notice', parts: [field.text] }));

const objectivesIn = (fields: readonly BriefField[]): readonly string[] =>
  fields.filter(({ path }) => path.startsWith('campaignGoals.objectives.')).flatMap(({ text }) => clausesOf(text));

function goalMatches(fields: readonly BriefField[]): GoalMatch[] {
  return fields.flatMap((field) => {
    const weight = fieldWeight(field.path);
    if (weight === 0) return [];
    return clausesOf(field.text).flatMap((clause, position) =>
      // "No hard selling" and "ne pas vendre" are no goals.
      (isOrder(clause) ? [] : goalWords).flatMap((words) =>
        matchesIn(clause, words.pattern)
          .slice(0, 1)
          .map((match) => ({
            kind: words.kind === 'install' && isHeard(fields) ? 'subscribe' : words.kind,
            score:
              words.weight *
              weight *
              (words.kind === 'know' ? KNOW_FACTOR : 1) *
              (position > 3 ? 0.5 : 1) *
              (match.index < 20 ? 1.2 : 1),
            field,
            clause,
            index: match.index,
            text: match[0],
            isThing: words.isThing ?? false,
            enclosed: match.groups?.thing ?? match.groups?.named,
          })),
      ),
    );
  });
}

/** Downloads of a podcast are listeners: who subscribes hears the next episode. */
const HEARD = /(?<!\p{L})(?:podcasts?|[ée]pisodes?|balados?)(?!\p{L})/iu;
const isHeard = (fields: readonly BriefField[]): boolean => objectivesIn(fields).some((clause) => HEARD.test(clause));

function unreadable(objective: BriefField | undefined, fields: readonly BriefField[]): GoalRead {
  const text = objective?.text ?? '';
  const from = objective ? quoted(objective, text) : byDefault;
  return {
    goal: { kind: 'know', also: [], from: byDefault },
    rate: undefined,
    matches: [],
    doubts: [{ about: 'goal', from, kind: 'goal-unreadable', parts: [text] }, ...noticeIn(fields)],
  };
}

function tooShort(objective: BriefField | undefined): Doubt[] {
  if (!objective || objective.text.trim().split(/\s+/u).length > 1) return [];
  return [
    { about: 'goal', from: quoted(objective, objective.text), kind: 'objective-too-short', parts: [objective.text] },
  ];
}
