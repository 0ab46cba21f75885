// The order in which a client reads: what we understood, what we propose, what people will see, when, what it should bring; the ground
// work after that. A playbook's own order is that of work, which is another one.
import type { AgentId } from '../../contracts/agents.ts';
import type { ExportedPhase } from '../export-data.ts';

const order: readonly AgentId[] = [
  'Human',
  'CMO',
  'designer',
  'video-producer',
  'Copywriter',
  'Scriptwriter',
  'Social',
  'Analytics',
  'ContentWriter',
  'MarketAnalyst',
  'SEO',
];

/** The phases as chapters. Two of one agent keep the order of the playbook. */
export const orderChapters = (phases: readonly ExportedPhase[]): ExportedPhase[] =>
  phases.toSorted((one, other) => order.indexOf(one.phase.agent) - order.indexOf(other.phase.agent));
