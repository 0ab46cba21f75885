// The tool by which an agent has a text written. It asks until the answer fits the schema, as often as that is allowed.
import type { z } from 'zod';
import type { AgentTools } from '../agents/agent.ts';
import { fieldErrors } from '../contracts/problems.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { OutputInvalid } from '../generation/call-failures.ts';
import { callModel } from '../generation/call-model.ts';
import type { Made } from '../generation/campaign-ledger.ts';
import type { Ledger } from '../generation/ledger.ts';
import { readAnswer } from '../generation/read-answer.ts';
import { askForText, reuseOfText } from '../generation/requests.ts';
import type { TextAnswer, TextModel, TextRequest } from '../models/model.ts';

export interface TextToolParts {
  readonly ledger: Ledger<ModelCall, TextAnswer, Made<TextAnswer>>;
  /** The models of a request, best first. */
  readonly candidates: () => readonly TextModel[];
}

export function createTextTool({ ledger, candidates }: TextToolParts): AgentTools['text'] {
  /** Texts that this run has asked for: a repeated run asks in the same order, and so by the same names. */
  let asked = 0;

  async function ask(request: TextRequest): Promise<unknown> {
    const { answer } = await callModel(
      ledger,
      askForText(`text-${++asked}`, candidates(), request),
      reuseOfText(request),
    );
    return readAnswer(answer);
  }

  return async <Output>(request: TextRequest & { schema: z.ZodType<Output> }): Promise<Output> => {
    const first = request.schema.safeParse(await ask(request));
    if (first.success) return first.data;
    const corrected = { ...request, prompt: `${request.prompt}\n\n${correction(first.error)}` };
    const second = request.schema.safeParse(await ask(corrected));
    if (second.success) return second.data;
    throw new OutputInvalid(`The model's answer does not fit, even after one correction: ${faults(second.error)}`);
  };
}

const faults = (error: z.ZodError): string =>
  fieldErrors(error)
    .slice(0, 10)
    .map(({ pointer, detail }) => `${pointer}: ${detail}`)
    .join('; ');

const correction = (error: z.ZodError): string =>
  `Your last answer did not fit the schema: ${faults(error)}. Answer again with the whole JSON, corrected.`;
