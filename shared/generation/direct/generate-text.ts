// Writes a text for a free prompt, or fills a schema that the client gave.
import * as z from 'zod';
import type { Language } from '../../contracts/brief.ts';
import { fieldErrors } from '../../contracts/problems.ts';
import type { GenerationRecord } from '../../data/generations.ts';
import { type AnswerSchema, checkerOf, sentSchemaSchema } from '../../models/answer-schema.ts';
import type { DirectFacts } from '../../models/direct-facts.ts';
import type { TextRequest } from '../../models/model.ts';
import { requestFingerprint } from '../../models/request-fingerprint.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { type Asker, type DirectParts, modelsFor, obtain, type Terms } from './obtain.ts';

export interface TextAsk extends Terms {
  readonly prompt: string;
  readonly system?: string | undefined;
  /** As it was sent; what cannot be used is refused with its place. */
  readonly schema?: unknown;
  readonly maximumOutputTokens: number;
}

const plainAnswerSchema = z.strictObject({ text: z.string().min(1) });

/** One call: an answer that does not fit is refused, not asked for again at the caller's cost. */
export async function generateText(parts: DirectParts, asker: Asker, ask: TextAsk): Promise<GenerationRecord> {
  const schema = ask.schema === undefined ? undefined : readSchema(ask.schema);
  const model = modelsFor(parts, ask.model).text;
  const request = requestOf(ask, schema);
  const order = {
    kind: 'text',
    model,
    prompt: `${request.system}\n${request.prompt}`,
    request: requestFingerprint('text', model, request),
    worstCaseMicroUsd: model.worstCaseMicroUsd(request),
  } as const;
  return obtain(parts, asker, ask, order, async (run) => {
    const { output, usage, warnings } = await run(
      () => model.generate(request),
      (answer) => answer.usage,
    );
    const outputJson = JSON.stringify(fitting(output, request.schema));
    return { outputJson, hasSchema: schema !== undefined, usage, warnings };
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

function requestOf(ask: TextAsk, schema: AnswerSchema | undefined): TextRequest {
  const { language, prompt, system = roles[ask.language], maximumOutputTokens } = ask;
  const facts: DirectFacts = { prompt, schema };
  const form = schema ? `${inShape[language]}\n${JSON.stringify(schema)}` : asText[language];
  return {
    task: { agent: 'Direct', language, facts, feedback: [] },
    system,
    prompt: `${prompt}\n\n${form}`,
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
