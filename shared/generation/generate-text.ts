// Writes a text for a free prompt, or fills a schema that the client gave.
import * as z from 'zod';
import type { Language } from '../contracts/brief.ts';
import { fieldErrors } from '../contracts/problems.ts';
import type { GenerationRecord } from '../data/generations.ts';
import { type AnswerSchema, checkerOf, sentSchemaSchema } from '../models/answer-schema.ts';
import type { TextRequest } from '../models/model.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { candidatesOf, type GenerationParts, generate, type PatientCaller } from './generate.ts';
import type { GenerationOptions } from './generation-ledger.ts';
import { readAnswer } from './read-answer.ts';
import { askForText } from './requests.ts';

export interface TextGeneration extends GenerationOptions {
  readonly prompt: string;
  readonly system?: string | undefined;
  /** As it was sent; what cannot be used is refused with its place. */
  readonly schema?: unknown;
  readonly maximumOutputTokens: number;
}

const plainAnswerSchema = z.strictObject({ text: z.string().min(1) });

/** One call: an answer that does not fit is refused, not asked for again at the caller's cost. */
export async function generateText(
  parts: GenerationParts,
  caller: PatientCaller,
  generation: TextGeneration,
): Promise<GenerationRecord> {
  const schema = generation.schema === undefined ? undefined : readSchema(generation.schema);
  const request = textRequest(generation, schema);
  const candidates = candidatesOf(parts, 'text', generation.model);
  return generate(parts, caller, generation, askForText('text', candidates, request, { signal: caller.signal }), {
    fingerprintOf: (card) => requestFingerprint('text', card, request),
    keep: async (answer) => ({
      outputJson: JSON.stringify(fitting(readAnswer(answer), request.schema)),
      hasSchema: schema !== undefined,
    }),
  });
}

function readSchema(sent: unknown): AnswerSchema {
  const parsed = sentSchemaSchema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error).map(({ pointer, detail }) => ({
    pointer: `#/schema${pointer.slice(1)}`,
    detail,
  }));
  throw new ProblemError('validation-failed', 'The schema cannot be used.', errors);
}

function textRequest(generation: TextGeneration, schema: AnswerSchema | undefined): TextRequest {
  const { language, prompt, system = roles[language], maximumOutputTokens } = generation;
  const form = schema ? `${inShape[language]}\n${JSON.stringify(schema)}` : asText[language];
  return {
    system,
    prompt: `${prompt}\n\n${form}`,
    source: { purpose: 'generation', language, facts: { prompt, schema }, feedback: [] },
    schema: schema ? checkerOf(schema) : plainAnswerSchema,
    maximumOutputTokens,
  };
}

/** The answer, if it has the shape. A bare text is taken for a text. */
function fitting(output: unknown, schema: z.ZodType): unknown {
  const parsed = schema.safeParse(
    schema === plainAnswerSchema && typeof output === 'string' ? { text: output } : output,
  );
  if (parsed.success) return parsed.data;
  const faults = fieldErrors(parsed.error).slice(0, 10);
  throw new ProblemError(
    'model-refused',
    `The model’s answer does not fit the schema: ${faults.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ')}. Ask again, or name another model.`,
  );
}

const roles: Record<Language, string> = {
  fr: 'Tu es un rédacteur marketing. Tu écris en français soigné et tu n’inventes ni chiffre, ni client, ni récompense.',
  en: 'You are a marketing writer. You write clean English and invent no figure, customer or award.',
};
const asText: Record<Language, string> = {
  fr: 'Réponds uniquement par du JSON de la forme {"text": "ta réponse"}, sans rien autour.',
  en: 'Answer with JSON only, of the form {"text": "your answer"}, with nothing around it.',
};
const inShape: Record<Language, string> = {
  fr: 'Réponds uniquement par du JSON conforme à ce schéma, sans rien autour :',
  en: 'Answer with JSON only, fitting this schema, with nothing around it:',
};
