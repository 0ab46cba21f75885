// A text with what became of it: what a call hands on, and what its record says of it.
import type { ModelCall } from '../../contracts/usage.ts';
import type { TextAnswer } from '../../models/model.ts';
import { faultsInWords, namesOfFixes, type Reading } from './answer-reading.ts';
import type { ShapedRequest } from './ask-until-valid.ts';
import type { CallKind } from './plan-next-call.ts';
import { readAnswer } from './read-answer.ts';

export interface ReadText<Output> extends TextAnswer {
  readonly reading: Reading<Output>;
  readonly answered: Pick<ModelCall, 'answered' | 'fixes'>;
}

/** The answer read by the schema of its request. One that is of no use says so among its warnings, with places and without its words. */
export function readText<Output>(
  answer: TextAnswer,
  { schema, mayName }: Pick<ShapedRequest<Output>, 'schema' | 'mayName'>,
  kind: CallKind,
): ReadText<Output> {
  const reading = readAnswer(answer, schema, mayName);
  const fixes = namesOfFixes(reading.fixes).slice(0, 20);
  const warning = reading.isValid
    ? []
    : [`This answer was of no use (${reading.why}): ${faultsInWords(reading.faults)}`];
  return {
    ...answer,
    warnings: [...warning, ...answer.warnings],
    reading,
    answered: { answered: howAnswered(reading, kind), ...(fixes.length > 0 ? { fixes } : {}) },
  };
}

const howAnswered = ({ isValid, fixes }: Reading<unknown>, kind: CallKind): NonNullable<ModelCall['answered']> => {
  if (!isValid) return 'invalid';
  if (kind === 'repair') return 'repaired';
  return fixes.length > 0 ? 'fixed' : 'as-is';
};
