// Builds an agent that asks a text model once: gathers its facts, writes the prompt, lets code finish the draft.
// The finished output always fits the agent's contract, because run() parses it before handing it on.
import type { z } from 'zod';
import { type AgentOutput, agentOutputSchemas } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import type { Language } from '../contracts/language.ts';
import { asData, dataRule, feedbackAsData, instructionsAsData } from '../models/prompt-data.ts';
import type { Agent, AgentInput } from './agent.ts';
import { factSheet } from './fact-sheet.ts';
import { house as houseEn } from './prompts/house.en.ts';
import { house as houseFr } from './prompts/house.fr.ts';
import { type Prompts, versionOf } from './prompts/prompt.ts';

interface TextAgentDefinition<Id extends AgentId, Facts extends object, Draft, Words> {
  readonly id: Id;
  /** The words in both languages, each in a file of its own with its version. */
  readonly prompts: Prompts<Words>;
  /** What of the facts the words name themselves: what code decided, never what people or models wrote. */
  readonly words: (facts: Facts, language: Language) => Words;
  /** Throws InputMissing when a value the job needs is absent. */
  readonly gather: (input: AgentInput) => Facts;
  /** Shape the model must fill. */
  readonly draftSchema: (facts: Facts) => z.ZodType<Draft>;
  /** Adds what is computed, trims to limits. */
  readonly finish: (draft: Draft, facts: Facts, input: AgentInput) => AgentOutput<Id>;
  readonly maximumOutputTokens: number;
}

export function textAgent<Id extends AgentId, Facts extends object, Draft, Words>(
  definition: TextAgentDefinition<Id, Facts, Draft, Words>,
): Agent<Id> {
  return {
    id: definition.id,
    async run(input, tools) {
      const facts = definition.gather(input);
      const { language } = input;
      const prompt = definition.prompts[language];
      const house = houses[language];
      const draft = await tools.text({
        source: { purpose: definition.id, language, facts, feedback: input.feedback },
        system: [prompt.role, ...house.rules, dataRule[language]].join('\n'),
        prompt: userPrompt(prompt.task(definition.words(facts, language)), house.jsonOnly, facts, input),
        promptVersion: versionOf(definition.id, language, prompt.version, house.version),
        schema: definition.draftSchema(facts),
        maximumOutputTokens: definition.maximumOutputTokens,
      });
      const output = definition.finish(draft, facts, input);
      agentOutputSchemas[definition.id].parse(output);
      return { status: 'done', output };
    },
  };
}

const houses = { fr: houseFr, en: houseEn } as const;

/** What stays the same from brief to brief comes first, where providers keep it; then the brief, then what people asked to change. */
function userPrompt(task: string, jsonOnly: string, facts: object, input: AgentInput): string {
  const { language, values } = input;
  const sheet = values.briefContext ? [asData('fact-sheet', factSheet(values.briefContext), language)] : [];
  const material = Object.entries(facts).map(([name, value]) => asData(name, value, language));
  return [
    task,
    jsonOnly,
    ...sheet,
    ...material,
    instructionsAsData(input.instructions, language),
    feedbackAsData(input.feedback, language),
  ]
    .filter(Boolean)
    .join('\n\n');
}
