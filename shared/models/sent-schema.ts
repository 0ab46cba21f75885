// A schema as it is sent: as JSON Schema for providers that enforce one, as words for those that do not.
import * as z from 'zod';
import type { Language } from '../contracts/brief.ts';
import type { StructuredMode } from './registry.ts';

export interface SentSchema {
  readonly schema: Readonly<Record<string, unknown>>;
  /** What the instructions must say, because the provider does not enforce it. Empty where it enforces all. */
  readonly words: string;
}

export function sentSchema(schema: z.ZodType, mode: StructuredMode, language: Language): SentSchema {
  const { $schema: _draft, ...sent } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
  });
  const isEnforced = mode === 'native' || mode === 'tool';
  return { schema: sent, words: isEnforced ? '' : `${intro[language]}\n${JSON.stringify(sent)}` };
}

const intro: Record<Language, string> = {
  fr: 'Réponds uniquement par un objet JSON conforme à ce schéma, sans rien autour :',
  en: 'Answer with one JSON object only, fitting this schema, with nothing around it:',
};
