// The agents a playbook can name. `Human` is the person who wrote the brief: a phase of hers is done when the campaign is created.
import * as z from 'zod';

export const agentIds = [
  'Human',
  'MarketAnalyst',
  'CMO',
  'Scriptwriter',
  'SEO',
  'Copywriter',
  'ContentWriter',
  'designer',
  'video-producer',
  'Social',
  'Analytics',
] as const;
export const agentIdSchema = z.enum(agentIds);
export type AgentId = z.infer<typeof agentIdSchema>;
