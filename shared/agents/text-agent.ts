// Builds an agent that asks a text model once: gathers its facts, writes the prompt, lets code finish the draft.
// The finished output always fits the agent's contract, because run() parses it before handing it on.
import type { z } from 'zod';
import { type AgentOutput, agentOutputSchemas } from '../contracts/agent-outputs.ts';
import type { AgentId } from '../contracts/agents.ts';
import type { Language } from '../contracts/brief.ts';
import { asData, dataRule, feedbackAsData, instructionsAsData } from '../models/prompt-data.ts';
import type { Agent, AgentInput } from './agent.ts';

interface TextAgentDefinition<Id extends AgentId, Facts extends object, Draft> {
  readonly id: Id;
  /** Who the model is and what it is known for. */
  readonly role: Record<Language, string>;
  /** The job with every constraint of the schema in words. */
  readonly task: (facts: Facts, language: Language) => string;
  /** Throws InputMissing when a value the job needs is absent. */
  readonly gather: (input: AgentInput) => Facts;
  /** Shape the model must fill. */
  readonly draftSchema: (facts: Facts) => z.ZodType<Draft>;
  /** Adds what is computed, trims to limits. */
  readonly finish: (draft: Draft, facts: Facts, input: AgentInput) => AgentOutput<Id>;
  readonly maximumOutputTokens: number;
}

export function textAgent<Id extends AgentId, Facts extends object, Draft>(
  definition: TextAgentDefinition<Id, Facts, Draft>,
): Agent<Id> {
  return {
    id: definition.id,
    async run(input, tools) {
      const facts = definition.gather(input);
      const draft = await tools.text({
        source: { purpose: definition.id, language: input.language, facts, feedback: input.feedback },
        system: systemPrompt(definition.role[input.language], input.language),
        prompt: userPrompt(definition.task(facts, input.language), facts, input),
        schema: definition.draftSchema(facts),
        maximumOutputTokens: definition.maximumOutputTokens,
      });
      const output = definition.finish(draft, facts, input);
      agentOutputSchemas[definition.id].parse(output);
      return { status: 'done', output };
    },
  };
}

const houseRules: Record<Language, readonly string[]> = {
  fr: [
    'Tu écris en français soigné : accents, élisions, guillemets « », espace avant : ; ! ?. Aucun superlatif vide, aucun jargon inutile.',
    'Tu respectes le ton et les valeurs de la marque. Tu ne promets rien que le brief ne permette d’affirmer.',
    '« briefContext.reading » dit ce qui a été compris du brief : offre, action attendue (goal), public, preuves, dates, adresse, contraintes. Pars de là : chaque texte sert cette action et nomme cette offre ; aucune date, aucun prix, aucun numéro n’est changé. Ce que « notUnderstood » demande n’est pas établi : n’en affirme rien.',
    'Les contraintes de la lecture (constraints) valent pour tout ce que tu écris, titres, objets, textes alternatifs et mots-dièse compris.',
    'Tu n’inventes ni chiffre mesuré, ni client, ni concurrent réel, ni récompense : ce qui est estimé est présenté comme une hypothèse ou un objectif.',
  ],
  en: [
    'You write clean, idiomatic English. No empty superlatives, no needless jargon.',
    'You keep to the brand’s tone and values. You promise nothing that the brief does not allow you to claim.',
    '"briefContext.reading" says what was understood of the brief: offer, expected action (goal), audience, proofs, dates, address, constraints. Start from it: every text serves that action and names that offer; no date, price or number is changed. What "notUnderstood" asks is not settled: claim nothing about it.',
    'The constraints of the reading hold for all that you write, titles, subjects, alternative texts and hashtags included.',
    'You invent no measured figure, customer, real competitor or award: whatever is estimated is presented as a hypothesis or a target.',
  ],
};

function systemPrompt(role: string, language: Language): string {
  return [role, ...houseRules[language], dataRule[language]].join('\n');
}

const jsonOnly: Record<Language, string> = {
  fr: 'Réponds uniquement par du JSON conforme au schéma fourni : pas de texte autour, pas de bloc de code, aucune clé en plus.',
  en: 'Answer with JSON only, fitting the given schema: no text around it, no code fence, no extra key.',
};

function userPrompt(task: string, facts: object, input: AgentInput): string {
  const material = Object.entries(facts).map(([name, value]) => asData(name, value, input.language));
  return [
    task,
    ...material,
    instructionsAsData(input.instructions, input.language),
    feedbackAsData(input.feedback, input.language),
    jsonOnly[input.language],
  ]
    .filter(Boolean)
    .join('\n\n');
}
