// One reading of what is offered, with the words it was read from.
import type { BriefField } from '../brief-fields.ts';

export interface OfferCandidate {
  readonly thing: string;
  readonly field: BriefField;
  readonly quote: string;
  /** The words do not say it: a person is asked. */
  readonly isGuess: boolean;
}

/** The fields that tell what is offered: objectives. */
export const objectivesOf = (fields: readonly BriefField[]): readonly BriefField[] =>
  fields.filter(({ path }) => path.startsWith('campaignGoals.objectives.'));
