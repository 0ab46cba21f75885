// Writes a text for a free prompt, or fills a schema that the client gave.
import * as z from 'zod';
import type { Language } from '../contracts/language.ts';
import { fieldErrors } from '../contracts/problems.ts';
import type { GenerationRecord } from '../data/generations.ts';
import { type AnswerSchema, checkerOf, sentSchemaSchema } from '../models/answer-schema.ts';
import type { TextModel } from '../models/model.ts';
import type { ModelCard } from '../models/model-card.ts';
import { requestFingerprint } from '../models/request-fingerprint.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { faultsInWords, type InvalidReading } from './answers/answer-reading.ts';
import {
  type AnsweredCall,
  askUntilValid,
  type PlannedCall,
  type ShapedRequest,
  type Unanswered,
} from './answers/ask-until-valid.ts';
import type { ReadText } from './answers/read-text.ts';
import { candidatesOf, type GenerationParts, type PatientCaller, startGeneration } from './generate.ts';
import type { GenerationOptions } from './generation-ledger.ts';
import { problemOf } from './generation-problems.ts';
import { askForText, mostOfText } from './requests.ts';

export interface TextGeneration extends GenerationOptions {
  readonly prompt: string;
  readonly system?: string | undefined;
  /** As it was sent; what cannot be used is refused with its place. */
  readonly schema?: unknown;
  readonly maximumOutputTokens: number;
}

const plainAnswerSchema = z.strictObject({ text: z.string().min(1) });

/** An answer that is of no use, on its way past the ledger, which counts its call as failed. */
class AnswerUnfit extends Error {
  readonly reading: InvalidReading;
  readonly text: string;

  constructor(reading: InvalidReading, text: string) {
    super('The answer does not fit');
    this.reading = reading;
    this.text = text;
  }
}

/** Asked again as agents ask, with all calls within the caller's one limit: what could not be made to fit is refused with its faults. */
export async function generateText(
  parts: GenerationParts,
  caller: PatientCaller,
  generation: TextGeneration,
): Promise<GenerationRecord> {
  const schema = generation.schema === undefined ? undefined : readSchema(generation.schema);
  const request = textRequest(generation, schema);
  const candidates = await candidatesOf(parts, 'text', generation.model, mostOfText(request));
  const ask = startGeneration<ReadText<unknown>>(parts, caller, generation, {
    fingerprintOf: (card) => requestFingerprint('text', card, request),
    keep: async ({ reading, text }) => {
      if (!reading.isValid) throw new AnswerUnfit(reading, text);
      return { outputJson: JSON.stringify(reading.output), hasSchema: schema !== undefined };
    },
  });

  async function call({ ordinal, kind, models, request: planned }: PlannedCall<unknown>): Promise<Generated> {
    const asked = askForText(`text-${ordinal}`, models, planned, { kind, signal: caller.signal });
    let card: ModelCard | undefined;
    const make = (model: TextModel) => {
      card = model.card;
      return asked.make(model);
    };
    try {
      const record = await ask({ ...asked, make });
      const { provider, model } = record;
      return { record, provider, model, reading: { isValid: true, output: record, fixes: [] }, text: '' };
    } catch (error) {
      if (!(error instanceof AnswerUnfit) || !card) throw error;
      return { provider: card.provider, model: card.id, reading: error.reading, text: error.text };
    }
  }

  let unfit: InvalidReading | undefined;
  const keep = async ({ reading }: Unanswered) => {
    unfit = reading;
  };
  const made = await askUntilValid({ request, candidates, firstOrdinal: 1, call, keep }).catch((error: unknown) => {
    // Not worth more to the caller than what they set: what they hear is what was wrong, not what mending it could cost.
    if (unfit && error instanceof ProblemError && error.code === 'cost-limit') throw doesNotFit(unfit);
    throw problemOf(error);
  });
  if ('unanswered' in made) throw doesNotFit(made.unanswered.reading);
  if (!made.call.record) throw new Error('An answer that fits has no record');
  return made.call.record;
}

interface Generated extends AnsweredCall<unknown> {
  readonly record?: GenerationRecord;
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

function textRequest(generation: TextGeneration, schema: AnswerSchema | undefined): ShapedRequest<unknown> {
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

const doesNotFit = ({ faults }: InvalidReading): ProblemError =>
  new ProblemError(
    'model-refused',
    `The model’s answer does not fit the schema: ${faultsInWords(faults)}. Ask again, or name another model.`,
  );

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
