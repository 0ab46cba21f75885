import { agents } from '../../shared/agents/registry.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { runAgentFunction } from './run-agent-function.ts';

export const handler = runAgentFunction(agents, candidatesFrom([offlineStudio]));
