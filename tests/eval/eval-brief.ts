// The briefs of the evaluation, as data files: what a client wrote, and what a reader who knows the trade would make of it.
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Brief, briefSchema } from '../../shared/contracts/brief.ts';
import { constraintKinds, goalKindSchema } from '../../shared/contracts/brief-reading.ts';
import type { Language } from '../../shared/contracts/language.ts';

const expectedSchema = z.strictObject({
  goal: goalKindSchema,
  /** Any of these names the offer. */
  offer: z.array(z.string()).min(1),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  deadline: z.iso.date().optional(),
  rules: z.array(z.enum(constraintKinds)).default([]),
  never: z.array(z.string()).default([]),
  mostHashtags: z.int().optional(),
  mostEmoji: z.int().optional(),
  noPostsOn: z.array(z.int()).default([]),
  telephone: z.string().optional(),
  /** Parts of the reading about which a person must be asked. */
  asks: z.array(z.string()).default([]),
});
export type Expected = z.infer<typeof expectedSchema>;

const fileSchema = z.strictObject({
  brief: briefSchema,
  expected: expectedSchema,
  variants: z
    .array(
      z.strictObject({
        changes: z.enum(['objectives', 'tone']),
        objectives: z.array(z.string()).optional(),
        tone: z.string().optional(),
        expected: expectedSchema,
      }),
    )
    .default([]),
});

export interface EvalCase {
  readonly id: string;
  readonly language: Language;
  readonly brief: Brief;
  readonly expected: Expected;
  /** A variant changes one thing of the case it is compared with. */
  readonly variantOf?: { readonly id: string; readonly changes: 'objectives' | 'tone' };
}

const folder = new URL('./briefs/', import.meta.url);

/** Every brief and its variants, in the order of their names. */
export const evalCases = (): EvalCase[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const id = name.replace(/\.json$/u, '');
      const { brief, expected, variants } = fileSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      const { language } = brief;
      return [
        { id, language, brief, expected },
        ...variants.map(({ changes, objectives, tone, expected: other }) => ({
          id: `${id}+${changes}`,
          language,
          brief: changed(brief, { objectives, tone }),
          expected: other,
          variantOf: { id, changes },
        })),
      ];
    });

function changed(
  brief: Brief,
  { objectives, tone }: { objectives?: string[] | undefined; tone?: string | undefined },
): Brief {
  const copy = structuredClone(brief);
  if (objectives) copy.briefData.campaignGoals.objectives = objectives;
  if (tone) copy.briefData.brandIdentity.tone = tone;
  return copy;
}
