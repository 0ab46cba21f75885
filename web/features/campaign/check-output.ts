// Holds an output that a person wrote against its agent's schema, as the server will.
import type { ZodType } from 'zod';
import { agentOutputSchemas } from '../../../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../../../shared/contracts/agents.ts';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import type { Json } from './json-edit.ts';
import { type FieldErrors, fieldId } from './output-leaf.tsx';
import { sayIssue } from './say-issue.ts';

interface Checked {
  readonly data: Record<string, unknown> | undefined;
  readonly errors: FieldErrors;
}

/** By the pointers of their fields; the first of those takes the focus. */
export function checkOutput(agent: AgentId, value: Json): Checked {
  const schema: ZodType = agentOutputSchemas[agent];
  const { success, data, error } = schema.safeParse(value, { reportInput: true });
  if (success) return { data: data as Record<string, unknown>, errors: {} };
  const errors = Object.fromEntries(error.issues.map((issue) => [jsonPointer(issue.path), sayIssue(issue)]));
  const [first] = Object.keys(errors);
  if (first) requestAnimationFrame(() => document.getElementById(fieldId(first))?.focus());
  return { data: undefined, errors };
}
