// The tool by which an agent has a text written. It asks until the answer fits the schema, as often as that is allowed, and keeps the last answer
// that did not: for a repeated step, which goes on from it, and for the person who mends it.
import { createHash } from 'node:crypto';
import type { AgentTools } from '../agents/agent.ts';
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { InvalidAnswer, InvalidAnswers } from '../data/invalid-answers.ts';
import { faultsInWords } from '../generation/answers/answer-reading.ts';
import {
  type AnsweredCall,
  askUntilValid,
  type PlannedCall,
  type ShapedRequest,
  type Unanswered,
} from '../generation/answers/ask-until-valid.ts';
import type { ReadText } from '../generation/answers/read-text.ts';
import { OutputInvalid } from '../generation/call-failures.ts';
import type { AskedModel } from '../generation/call-model.ts';
import type { Made, Reuse } from '../generation/ledger.ts';
import { askForText, reuseOfText } from '../generation/requests.ts';
import type { TextModel } from '../models/model.ts';

export interface TextToolParts {
  /** The attempt whose texts they are. */
  readonly reference: PhaseReference;
  readonly attempt: number;
  /** False when an earlier run of this attempt may have left something. */
  readonly isNewAttempt: boolean;
  /** Makes a call, counted. */
  readonly ask: <Output>(
    asked: AskedModel<TextModel, ReadText<Output>>,
    reuse: Reuse<ReadText<Output>>,
  ) => Promise<Made<ReadText<Output>>>;
  /** The models of a request, best first. */
  readonly candidates: (request: ShapedRequest<unknown>) => Promise<readonly TextModel[]>;
  readonly invalidAnswers: InvalidAnswers;
}

export function createTextTool(parts: TextToolParts): AgentTools['text'] {
  const { reference, attempt, isNewAttempt, ask, candidates, invalidAnswers } = parts;
  /** Texts that this run has asked for: a repeated run asks in the same order, and so by the same names. */
  let asked = 0;
  /** What an earlier run of the attempt left, read when the first text is asked for. */
  let left: Promise<InvalidAnswer | undefined> | undefined;

  async function call<Output>({ ordinal, kind, models, request }: PlannedCall<Output>): Promise<AnsweredCall<Output>> {
    asked = Math.max(asked, ordinal);
    const made = await ask(askForText(`text-${ordinal}`, models, request, { kind }), reuseOfText(request, kind));
    return { reading: made.answer.reading, text: made.answer.text, provider: made.provider, model: made.model };
  }

  return async <Output>(request: ShapedRequest<Output>): Promise<Output> => {
    if (!isNewAttempt) left ??= invalidAnswers.get(reference, attempt);
    const name = fingerprintOf(request);
    const earlier = unansweredBy(await left, name);
    const firstOrdinal = asked + 1;
    const guarded = { ...request, mayName: request.prompt };
    const made = await askUntilValid({
      ...{ request: guarded, candidates: await candidates(request), firstOrdinal, earlier, call: call<Output> },
      keep: (unanswered) => invalidAnswers.put(reference, attempt, { request: name, ...storedForm(unanswered) }),
    });
    if ('output' in made) return made.output;
    throw new OutputInvalid(reasonOf(made.unanswered));
  };
}

const fingerprintOf = ({ system, prompt }: ShapedRequest<unknown>): string =>
  createHash('sha256').update(`${system}\n${prompt}`).digest('hex');

const storedForm = ({ past, reading, text }: Unanswered): Omit<InvalidAnswer, 'request'> => ({
  calls: [...past],
  faults: [...reading.faults],
  value: reading.value,
  text,
});

function unansweredBy(stored: InvalidAnswer | undefined, request: string): Unanswered | undefined {
  const last = stored?.calls.at(-1);
  if (!stored || !last || stored.request !== request) return undefined;
  const { calls, faults, value, text } = stored;
  return { past: calls, text, reading: { isValid: false, why: last.why, faults, value, fixes: [] } };
}

function reasonOf({ past, reading }: Unanswered): string {
  const models = [...new Set(past.map(({ model }) => model))].join(', ');
  return `No model gave an answer that fits (${past.length} asked for: ${models}). ${faultsInWords(reading.faults)}. Retry with another model, write it yourself from the last answer, or skip this phase.`;
}
