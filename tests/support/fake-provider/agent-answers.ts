// What a model answers to the agents of the default playbook: whole and valid answers to one brief, written once by the offline studio. Which agent
// asks is found out as a provider could: by the schema that comes with the request.
import * as z from 'zod';
import { imitationMedia } from '../../../shared/agents/testing/imitation-media.ts';
import { runOffline } from '../../../shared/agents/testing/run-offline.ts';
import { type Brief, type BriefInput, briefSchema } from '../../../shared/contracts/brief.ts';
import { answers, type Behaviour } from './behaviour.ts';
import type { FakeRequest } from './protocol.ts';

export interface RecordedAnswer {
  /** Whose work it is. */
  readonly agent: string;
  /** The names at the top of the answer. */
  readonly names: ReadonlySet<string>;
  readonly text: string;
}

export interface AgentAnswers {
  /** The agent that asks; undefined for a request that is none of theirs. */
  agentOf(request: FakeRequest): string | undefined;
  /** The recorded answer, billed by its length. Throws where no agent asks. */
  answer(request: FakeRequest): Extract<Behaviour, { does: 'answer' }>;
}

/** The answers to a brief, as it would be sent to the API. */
export async function recordAnswers(input: BriefInput, startedAt = new Date().toISOString()): Promise<AgentAnswers> {
  const brief: Brief = briefSchema.parse(input);
  const recorded: RecordedAnswer[] = [];
  const studio = imitationMedia();
  await runOffline(brief, {
    startedAt,
    models: {
      ...studio,
      text: {
        card: studio.text.card,
        async generate(request) {
          const answer = await studio.text.generate(request);
          const names = new Set(Object.keys(propertiesOf(z.toJSONSchema(request.schema, { unrepresentable: 'any' }))));
          recorded.push({ agent: request.source.purpose, names, text: answer.text });
          return answer;
        },
      },
    },
  });
  return answersFrom(recorded);
}

export function answersFrom(recorded: readonly RecordedAnswer[]): AgentAnswers {
  const find = (request: FakeRequest): RecordedAnswer | undefined => {
    const asked = namesAsked(request.body);
    const [best] = recorded
      .map((answer) => ({ answer, share: [...answer.names].filter((name) => asked(name)).length / answer.names.size }))
      .sort((one, other) => other.share - one.share || other.answer.names.size - one.answer.names.size);
    return best && best.share > 0.5 ? best.answer : undefined;
  };
  return {
    agentOf: (request) => find(request)?.agent,
    answer(request) {
      const found = find(request);
      if (!found) throw new Error(`No agent asks for this: ${JSON.stringify(request.body).slice(0, 500)}`);
      return answers({
        text: found.text,
        usage: {
          inputTokens: tokensIn(JSON.stringify(request.body['messages'] ?? request.body)),
          outputTokens: tokensIn(found.text),
        },
      });
    },
  };
}

const charactersPerToken = 4;
export const tokensIn = (text: string): number => Math.ceil(text.length / charactersPerToken);

/** Whether a name is among the top ones of the schema that was sent; of one sent in words, whether it is there at all. */
function namesAsked(body: Record<string, unknown>): (name: string) => boolean {
  const properties = propertiesOf(
    at(body, 'response_format', 'json_schema', 'schema') ?? at(body, 'tools', 0, 'function', 'parameters'),
  );
  if (Object.keys(properties).length > 0) return (name) => Object.hasOwn(properties, name);
  const words = JSON.stringify(body);
  return (name) => words.includes(`\\"${name}\\"`);
}

const propertiesOf = (schema: unknown): object => {
  const properties = at(schema, 'properties');
  return typeof properties === 'object' && properties !== null ? properties : {};
};

const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined,
    value,
  );
