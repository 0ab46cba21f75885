// What a model is told that draws or films: how, of what, and what people wish.
import { fitText } from '../domain/text/fit-text.ts';
import { asData, dataRule, feedbackAsData, instructionsAsData } from '../models/prompt-data.ts';
import type { AgentInput } from './agent.ts';

const LONGEST_PROMPT = 4000;

/** Of the wishes the two newest only, so that no length of history pushes the order of work out of the prompt. */
export function mediaPrompt(
  direction: string,
  facts: object,
  { language, instructions, feedback }: AgentInput,
): string {
  const newestWishes = feedback.slice(-2).map((request) => fitText(request, 500));
  const parts = [
    direction,
    dataRule[language],
    asData('brand', facts, language),
    instructionsAsData(instructions, language),
    feedbackAsData(newestWishes, language),
  ];
  return fitText(parts.filter(Boolean).join('\n\n'), LONGEST_PROMPT);
}
