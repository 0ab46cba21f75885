// A platform for suites that walk the route table: simulated agents, of which the first also makes one picture, so that every campaign soon
// owns a file.
import { freeModels, sampleVisual } from './fake-models.ts';
import { startPlatformWithAgents } from './platform-with-agents.ts';
import { scratchPlatform } from './scratch-platform.ts';
import { simulatedAgents } from './simulated-agents.ts';

export const platformWithImage = () =>
  scratchPlatform((directory) =>
    startPlatformWithAgents({
      directory,
      models: freeModels(),
      agents: simulatedAgents(async ({ phaseId, tools }) => {
        if (phaseId === 'research') await tools.image(sampleVisual('A'));
      }),
    }),
  );
