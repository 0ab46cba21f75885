// What the studio is asked to do. It is a program: it reads what a prompt was written from, never the prompt.
import type { z } from 'zod';
import type { AgentId } from '../shared/contracts/agents.ts';
import { ModelRefused } from '../shared/models/errors.ts';
import type { PromptSource } from '../shared/models/model.ts';

/** `Direct`: somebody asked for it outside of a campaign; the facts are then those of writing/direct-facts.ts. */
export interface ModelTask extends Omit<PromptSource, 'purpose'> {
  readonly agent: AgentId | 'Direct';
}

export const taskOf = ({ purpose, ...source }: PromptSource): ModelTask => ({
  ...source,
  agent: purpose === 'generation' ? 'Direct' : (purpose as AgentId),
});

/** The task of an image or a video, apart from how it is to be made: style and variant decide neither subject nor colours. */
export function drawingOf<Style extends string>(source: PromptSource, styles: readonly [Style, ...Style[]]) {
  const { style, variant = 'A', ...facts } = source.facts as Readonly<Record<string, unknown>>;
  return {
    task: taskOf({ ...source, facts }),
    style: styles.find((known) => known === style) ?? styles[0],
    variant: String(variant),
  };
}

/** The facts of a task in the shape that its work needs. Throws ModelRefused. */
export function factsOf<Facts>(schema: z.ZodType<Facts>, { agent, facts }: ModelTask): Facts {
  const { data, error } = schema.safeParse(facts);
  if (error) throw new ModelRefused(`The offline studio needs complete facts for ${agent}: ${error.message}`);
  return data;
}
